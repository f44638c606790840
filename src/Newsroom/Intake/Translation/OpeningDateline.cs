using System.Text.RegularExpressions;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Intake.Translation;

/// <summary>
/// The dateline that agencies print at the head of the first paragraph, taken apart from it: "KLJUČ, 3 March (Maestral) – At least seven…". Only what is
/// plainly one: a place in capitals, then perhaps a country, a date and the agency, and a dash; or a place in capitals set in bold.
/// </summary>
public static partial class OpeningDateline
{
    /// <summary>Takes the dateline off the first paragraph of the body and returns it; empty where there is none, and the body is left as it is.</summary>
    public static string TakeFrom(List<Block> body)
    {
        var at = body.FindIndex(block => block is Paragraph);
        if (at < 0 || body[at] is not Paragraph { Text.Runs: [var first, ..] runs })
            return "";
        var isBold = first.Style.HasFlag(RunStyle.Bold) && first.Href is null;
        if (isBold && runs.Count > 1 && BoldPlace().Match(first.Text) is { Success: true } bold)
        {
            var rest = runs.Skip(1).ToList();
            rest[0] = rest[0] with { Text = LeadingDash().Replace(rest[0].Text, "") };
            if (rest[0].Text.Length == 0)
                return "";
            body[at] = new Paragraph(new RichText(rest));
            return bold.Groups["line"].Value.Trim();
        }

        if (Dateline().Match(first.Text) is not { Success: true } line || (line.Length == first.Text.Length && runs.Count == 1))
            return "";
        Run[] remaining = line.Length == first.Text.Length ? [.. runs.Skip(1)] : [first with { Text = first.Text[line.Length..] }, .. runs.Skip(1)];
        body[at] = new Paragraph(new RichText(remaining));
        return line.Groups["line"].Value.Trim();
    }

    /// <summary>The place of a dateline, in the case that text uses: "SARAJEVO/VIENNA, 3 March" gives "Sarajevo".</summary>
    public static string Place(string dateline)
    {
        var place = dateline.Split(',', '/', '(')[0].Trim();
        return place.Any(char.IsLower) ? place : System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(place.ToLowerInvariant());
    }

    // Bounded pieces, so that no text makes the match slow.
    [GeneratedRegex(@"^\s*(?<line>\p{Lu}[\p{Lu}\p{M}'’. /-]{1,40}(?:,\s[\p{L}\p{M}'’. -]{2,30})?(?:,\s(?:\d{1,2}\.?\s\p{L}{3,12}|\p{L}{3,12}\.?\s\d{1,2}))?)\s*(?:\([\p{L}\p{N}&/. -]{2,40}\)\s*)?(?:--|[-–—])\s+", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"^\s*(?<line>\p{Lu}[\p{Lu}\p{M}'’. /-]{1,40}(?:,\s[\p{L}\p{M}'’. -]{2,30})?)\s*$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex BoldPlace();

    [GeneratedRegex(@"^\s*(?:(?:--|[-–—])\s+)?", RegexOptions.CultureInvariant, 200)]
    private static partial Regex LeadingDash();
}
