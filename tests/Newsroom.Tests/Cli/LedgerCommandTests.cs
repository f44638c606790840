using System.Text.Json;
using Wireroom.Language.Attribution;

namespace Wireroom.Newsroom.Tests.Cli;

public sealed class LedgerCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("wireroom-ledger-").FullName;

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    [Fact]
    public async Task Each_annotation_names_its_rule_and_the_version_of_the_rules()
    {
        Write("story.txt", "At least 14 people were killed in the storm, police said on Monday. The mayor's office had no figures of its own.");
        var (code, said, complained) = await WireroomProcess.RunAsync(folder, "ledger", "story.txt");
        Assert.Equal((0, ""), (code, complained));
        using var line = JsonDocument.Parse(said);
        Assert.Equal(LedgerReader.Version, line.RootElement.GetProperty("version").GetString());
        var made = line.RootElement.GetProperty("attributions").EnumerateArray().Concat(line.RootElement.GetProperty("figures").EnumerateArray()).ToList();
        Assert.True(made.Count >= 2);
        Assert.All(made, one => Assert.Equal((true, LedgerReader.Rules), (one.GetProperty("rule").GetString()!.Length > 0, one.GetProperty("madeBy").GetString())));
    }

    [Fact]
    public async Task In_ninjs_all_who_speak_are_infoSources_after_those_that_the_sender_named()
    {
        Write("wire.json", """{"uri":"urn:example:1","headlines":[{"value":"Bridge falls"}],"language":"en","infoSources":[{"name":"Norda"}],"bodies":[{"contentType":"text/plain","value":"The bridge has fallen, state news agency Norda reported, quoting an unnamed army source.\n\nMayor Ana Keller said on Monday that the river was too high for boats."}]}""");
        var (code, said, complained) = await WireroomProcess.RunAsync(folder, "ledger", "--ninjs", "wire.json");
        Assert.Equal((0, ""), (code, complained));
        using var item = JsonDocument.Parse(said);
        Assert.Equal(["Norda", "army source", "Ana Keller"], item.RootElement.GetProperty("infoSources").EnumerateArray().Select(source => source.GetProperty("name").GetString()));
        // Printed in ninjs, it is read again with all its sources.
        var (_, again, _) = await WireroomProcess.RunWithInputAsync(folder, said, "read", "-");
        using var read = JsonDocument.Parse(again);
        Assert.Equal(3, read.RootElement.GetProperty("infoSources").GetArrayLength());
    }

    [Fact]
    public async Task Ninjs_wants_an_item_and_no_other_form_beside_it()
    {
        Write("story.txt", "The road is closed, police said.");
        var (code, said, complained) = await WireroomProcess.RunAsync(folder, "ledger", "--ninjs", "story.txt");
        Assert.Equal((1, ""), (code, said));
        Assert.Contains("leave out --ninjs", complained, StringComparison.Ordinal);
        (code, _, complained) = await WireroomProcess.RunAsync(folder, "ledger", "--ninjs", "--text", "story.txt");
        Assert.Equal(2, code);
        Assert.Contains("neither --jsonl nor --text", complained, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
