using Wireroom.Newsroom.Desk.Keys;

namespace Wireroom.Newsroom.Tests.Desk;

public sealed class DeskKeysTests
{
    [Fact]
    public void No_two_keys_clash()
    {
        foreach (var scope in Enum.GetValues<KeyScope>())
            Assert.Empty(Clashes(KeyTable.All.Where(key => key.Scope == scope || key.Scope is KeyScope.Everywhere)));
    }

    [Fact]
    public void A_clash_is_seen()
    {
        DeskKey[] same = [new(KeyScope.Queue, "j", "next", "Next"), new(KeyScope.Everywhere, "j", "other", "Other")];
        DeskKey[] swallowed = [new(KeyScope.Queue, "g", "next", "Next"), new(KeyScope.Everywhere, "g q", "other", "Other")];
        Assert.NotEmpty(Clashes(same));
        Assert.NotEmpty(Clashes(swallowed));
    }

    [Fact]
    public void The_page_of_keys_in_docs_is_the_table() =>
        Assert.Equal(KeyTable.AsMarkdown(), File.ReadAllText(Path.Combine(Repository.Root, "docs", "keys.md")));

    [Fact]
    public void Every_action_has_a_control_on_a_page_or_a_function_in_the_script()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Newsroom/Desk"), "*.cshtml", SearchOption.AllDirectories).Select(File.ReadAllText);
        var scripts = Directory.EnumerateFiles(Path.Combine(Repository.Root, "web/desk"), "*.ts", SearchOption.AllDirectories).Select(File.ReadAllText);
        var all = string.Join('\n', pages.Concat(scripts));
        foreach (var action in KeyTable.All.Select(key => key.Action).Distinct())
        {
            // The moves of a story are a loop over the domain's names.
            var found = all.Contains($"data-action=\"{action}\"", StringComparison.Ordinal) || all.Contains($"onAction(\"{action}\"", StringComparison.Ordinal)
                || (Enum.TryParse<Wireroom.Stories.Move>(action, ignoreCase: true, out var move) && all.Contains($"(Move.{move},", StringComparison.Ordinal));
            found |= action.StartsWith("check-", StringComparison.Ordinal) && all.Contains("onAction(`check-${kind}`", StringComparison.Ordinal) && all.Contains($"\"{action["check-".Length..]}\"", StringComparison.Ordinal);
            found |= all.Contains("Object.entries(named)", StringComparison.Ordinal) && System.Text.RegularExpressions.Regex.IsMatch(all, $@"^    {action}: \(\) => void", System.Text.RegularExpressions.RegexOptions.Multiline);
            Assert.True(found, $"The key's action {action} does not exist.");
        }
    }

    private static List<string> Clashes(IEnumerable<DeskKey> keys)
    {
        var chords = keys.Select(key => key.Chord).ToList();
        return [.. chords.Where((chord, at) => chords.Where((_, other) => other != at).Any(other => other == chord || other.StartsWith(chord + " ", StringComparison.Ordinal)))];
    }
}
