
namespace Wireroom.Wire.NewsMlG2;

/// <summary>Chooses among descriptions by role (NewsML-G2 2.35, description): one is the standfirst; scripts and shot lists are the copy of films and sounds.</summary>
internal static class NewsMlG2Descriptions
{
    private const int Unfit = 9;

    internal static void Settle(NewsMlG2Draft draft)
    {
        var all = draft.Descriptions;
        var isText = draft.Item.Kind is "text" or "package";
        var copy = !isText && draft.Body.Count == 0 ? all.Where(one => IsCopy(one.Role)).ToList() : [];
        foreach (var (_, text, _) in copy)
        {
            draft.Body.AddRange(text.Split("\n\n").Select(paragraph => new WireParagraph([new WireRun(paragraph)])));
        }

        if (draft.Body.Count == 0 && draft.Parts.Count > 0)
        {
            draft.Body.Add(new WireList(true, [.. draft.Parts.Select(IReadOnlyList<WireRun> (part) => [new WireRun(part)])]));
        }
        else
        {
            draft.Parts.ForEach(part => draft.Drop("partmeta.description", part));
        }

        var rest = all.Except(copy).ToList();
        var best = rest.Count == 0 || draft.Item.Standfirst is not null ? default : rest.Index().OrderBy(one => (Fitness(one.Item.Role, isText), NewsMlG2Text.Distance(one.Item.Language, draft.Language), one.Index)).First().Item;
        if (best.Text is not null && (Fitness(best.Role, isText) < Unfit || copy.Count == 0))
        {
            draft.Item = draft.Item with { Standfirst = best.Text };
            rest.Remove(best);
        }

        draft.Item = draft.Item with { Descriptions = [.. rest.Where(one => one.Text != draft.Item.Standfirst).Select(one => new WireText(one.Text, one.Role ?? "", one.Language == draft.Language ? null : one.Language))] };
    }

    /// <summary>True for what is copy by its role, and no description.</summary>
    internal static bool IsCopy(string? role) => role is "script" or "shotlist" or "shot-list" or "story" or "storyline" or "dopesheet" or "dope-sheet" or "transcript" or "voiceover" or "body";

    private static int Fitness(string? role, bool isText) => role switch
    {
        "summary" or "standfirst" or "abstract" or "synopsis" => isText ? 0 : 1,
        "teaser" or "dek" or "deck" or "lead" or "intro" or "lede" or "leadin" or "lead-in" or "short" or "synthe" => 1,
        "caption" => isText ? 4 : 0,
        null => 2,
        _ => IsCopy(role) ? Unfit : 3,
    };
}
