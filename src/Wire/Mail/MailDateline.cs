using System.Text.RegularExpressions;
using Wireroom.Wire.LineMode;

namespace Wireroom.Wire.Mail;

/// <summary>The dateline of a press release, which gives country and date more fully than the wires do: <c>Zagreb, Croatia, 3 March 2026 – …</c>.</summary>
internal static partial class MailDateline
{
    internal static LineDateline? Of(string lead)
    {
        var text = lead.Length > 200 ? lead[..200] : lead;
        if (Full().Match(text) is { Success: true } found && found.Length < lead.Length)
        {
            var agency = found.Groups["agency"];
            return new LineDateline(text[..found.Groups["end"].Index].Trim(' ', ',', '('), agency.Success ? agency.Value.Trim() : null, found.Length);
        }

        return LineDateline.Of(lead);
    }

    /// <summary>The runs without that many characters at their head.</summary>
    internal static IReadOnlyList<WireRun> Without(IReadOnlyList<WireRun> runs, int length)
    {
        var rest = new List<WireRun>();
        foreach (var run in runs)
        {
            var cut = Math.Min(length, run.Text.Length);
            length -= cut;
            var text = rest.Count == 0 ? run.Text[cut..].TrimStart() : run.Text[cut..];
            if (text.Length > 0)
            {
                rest.Add(run with { Text = text });
            }
        }

        return rest;
    }

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’.-]+(?:[ /]\p{L}[\p{L}'’.-]*){0,3}(?:,\s?\p{Lu}[\p{L}'’. ]{1,28}){0,2}(?:,\s?|\s)\(?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\.?\s\p{L}{3,10}\.?(?:,?\s\d{4}\.?)?|\p{L}{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?|\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}\.?)?)\)?(?<end>)\s*(?:[(/]{1,2}(?<agency>[\p{L}\d .&-]{2,30})[)/]{1,2})?\s*(?:[–—-]{1,2}|\.?:)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Full();
}
