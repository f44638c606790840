using System.Text.RegularExpressions;
using MimeKit;
using Wireroom.Wire.Page;

namespace Wireroom.Wire.Mail;

/// <summary>
/// Who sent a mail: an organisation is the provider; a person is the byline, unless the mail is a press release, whose sender did not
/// write for print. <see cref="IsWhole"/> says that nothing of the field is left over.
/// </summary>
internal sealed partial record MailSender(string? Byline, string? Provider, bool IsWhole)
{
    internal static MailSender Of(MimeMessage message, MailCopy copy, string? charset, Action<WireFault> fault)
    {
        var organisation = MailHeaderText.Of(message.Headers, "Organization", fault) ?? MailHeaderText.Of(message.Headers, "Organisation", fault);
        var forwarded = copy.From is not null && InternetAddressList.TryParse(copy.From, out var inner) ? inner.Mailboxes.FirstOrDefault() : null;
        var from = forwarded ?? Sender(message, charset, fault);
        if (from is null)
        {
            var name = copy.From ?? MailHeaderText.Of(message.Headers, "From", fault);
            return new MailSender(null, organisation ?? name, name is null || organisation is null);
        }

        var domain = from.Address.LastIndexOf('@') is >= 0 and var at && at + 1 < from.Address.Length ? from.Address[(at + 1)..] : null;
        var said = Html.Spaces.Collapse(from.Name ?? "").Trim('"', '\'', ' ');
        if (said.Length == 0 || said.Contains('@', StringComparison.Ordinal))
        {
            return new MailSender(null, organisation ?? domain ?? from.Address, false);
        }

        // "Ana Kovač (Lumen Agency)", "Ana Kovač | Lumen", "Ana Kovač, Lumen", "Ana Kovač via Lumen".
        var parted = Parted().Match(said);
        var (person, house) = parted.Success ? (parted.Groups["person"].Value.Trim(), parted.Groups["house"].Value.Trim()) : (said, null);
        if (house is not null && !IsPerson(person))
        {
            (person, house) = IsPerson(house) ? (house, person) : (said, null);
        }

        if (house is null && LastFirst().Match(said) is { Success: true } turned && IsPerson($"{turned.Groups["first"].Value} {turned.Groups["last"].Value}"))
        {
            person = $"{turned.Groups["first"].Value} {turned.Groups["last"].Value}";
        }

        if (!IsPerson(person))
        {
            return new MailSender(null, organisation ?? said, false);
        }

        var provider = organisation ?? house ?? domain;
        return copy.IsRelease ? new MailSender(null, organisation ?? house ?? person, false) : new MailSender(person, provider, false);
    }

    /// <summary>The first sender. Where its bytes are not encoded, the charset of the body tells what they are.</summary>
    private static MailboxAddress? Sender(MimeMessage message, string? charset, Action<WireFault> fault)
    {
        var raw = message.Headers.FirstOrDefault(header => header.Id == HeaderId.From)?.RawValue;
        return raw is not null && raw.Any(value => value >= 0x80) && InternetAddressList.TryParse(MailHeaderText.Decode(raw, fault, charset), out var read) && read.Mailboxes.FirstOrDefault() is { } first
            ? first
            : message.From.Mailboxes.FirstOrDefault() ?? message.Sender;
    }

    private static bool IsPerson(string name) => BylineLine.IsBareName(name) && !House().IsMatch(name) && !name.Contains(',', StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<person>[^(|/,@]{3,50}?)\s*(?:\((?<house>[^()]{2,60})\)|\s[|/–—-]\s(?<house>.{2,60})|\s(?:via|at|@)\s(?<house>.{2,60})|,\s(?<house>\p{Lu}.{2,60}))$")]
    private static partial Regex Parted();

    [GeneratedRegex(@"^(?<last>\p{Lu}[\p{L}'’-]+),\s(?<first>\p{Lu}[\p{L}'’-]+)$")]
    private static partial Regex LastFirst();

    [GeneratedRegex(@"\b(?:agency|agentur|agence|agencija|agenzia|press|presse|pressebüro|presseamt|pressedienst|pressereferat|presseabteilung|presseportal|pressestelle|büro|sekretariat|segreteria|secrétariat|ufficio|bureau|cabinet|kabinet|gabinete|news|newsroom|newsdesk|newsletter|media|medien|mediji|desk|office|wire|service|services|redaktion|redakcija|rédaction|redazione|redacción|editor|editors|editorial|team|info|contact|communications?|kommunikation|komunikacije|pr|ltd|inc|llc|plc|gmbh|ag|kg|d\.?o\.?o|d\.?d|s\.?a|ministry|ministerium|ministère|ministarstvo|council|university|universität|sveučilište|institute|institut|foundation|stiftung|zaklada|union|party|police|polizei|policija|court|government|city|grad|općina|stadt|gemeinde|ured|university|bank|group|club|verein|federation|association|udruga|society|authority|behörde|department|centre|center|museum|festival|radio|tv|photo|photos|pictures|bilderdienst|alerts?|updates?|weekly|daily|times|post|herald|tribune|gazette|bulletin|journal|magazine|reports?|zeitung|tagblatt|novine|glas|ferries|lines?|airlines?|airport|company|harbour|port|hospital|hotel|theatre|opera|league|committee|commission|parliament|embassy|energy|power|insurance|noreply|no-reply|support|admin|mailing|list)\b", RegexOptions.IgnoreCase)]
    private static partial Regex House();
}
