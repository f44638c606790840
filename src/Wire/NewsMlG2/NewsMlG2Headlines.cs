using System.Globalization;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Headlines by role and rank, and the item's title (NewsML-G2 2.35, headline, title).</summary>
internal static class NewsMlG2Headlines
{
    internal static void Take(XmlElement element, NewsMlG2Draft draft)
    {
        if (NewsMlG2Text.Line(element) is not { } text)
        {
            return;
        }

        var language = element["xml:lang"] is { } sent && !sent.Equals(draft.Language, StringComparison.OrdinalIgnoreCase) ? sent : null;
        var rank = int.TryParse(element["rank"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
        draft.Headlines.Add((new WireText(text, Role(draft.Codes.Word(element, "role")), language), rank));
    }

    /// <summary>The main one first, in the language of the item where there are several; what else has no role is a subtitle. The title counts where it says something of its own.</summary>
    internal static void Settle(NewsMlG2Draft draft)
    {
        var lines = draft.Headlines;
        if (lines.Count > 1)
        {
            var main = lines.Index().OrderBy(line => (line.Item.Text.Role switch { "main" => 0, "" => 1, "subtitle" => 3, _ => 2 }, Foreign(line.Item.Text, draft), line.Item.Rank, line.Index)).First().Index;
            var first = lines[main];
            lines.RemoveAt(main);
            lines.Insert(0, first);
        }

        for (var at = 0; at < lines.Count; at++)
        {
            var (line, rank) = lines[at];
            if (line.Role.Length == 0)
            {
                lines[at] = (line with { Role = at == 0 || line.Language != lines[0].Text.Language ? "main" : "subtitle" }, rank);
            }
        }

        foreach (var title in draft.Titles.Distinct(StringComparer.Ordinal))
        {
            if (lines.All(line => line.Text.Text != title))
            {
                lines.Add((new WireText(title, lines.Count == 0 ? "main" : "title"), int.MaxValue));
            }
        }
    }

    private static int Foreign(WireText line, NewsMlG2Draft draft) => line.Language is null ? 0 : NewsMlG2Text.Distance(line.Language, draft.Language);

    /// <summary>Agencies have roles of their own; empty where there is none.</summary>
    private static string Role(string? role) => role switch
    {
        null => "",
        "main" or "title" or "headline" or "hl1" or "default" or "mainheadline" or "main-headline" or "hauptzeile" => "main",
        "subtitle" or "sub" or "subhead" or "subheadline" or "sub-headline" or "subheading" or "hl2" or "secondary" or "unterzeile" or "deck" => "subtitle",
        _ => role,
    };
}
