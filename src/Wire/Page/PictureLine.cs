using System.Text.RegularExpressions;

namespace Wireroom.Wire.Page;

/// <summary>Lines that belong to a picture: its file name as alternative text, its credit, its caption.</summary>
internal static partial class PictureLine
{
    private static readonly HashSet<string> CreditLeads = new(FurnitureWords.CreditLeads, StringComparer.Ordinal);
    private static readonly System.Buffers.SearchValues<char> CreditMarks = System.Buffers.SearchValues.Create(":：|/–—©");
    private static readonly HashSet<string> CaptionLeads = new(FurnitureWords.CaptionLeads, StringComparer.Ordinal);

    /// <summary>A text that ends as a picture's file does, with or without a space before the point, and is no address in a sentence.</summary>
    public static bool IsFileName(string text) => text.Length <= 250 && FileEnding().IsMatch(text);

    /// <summary>
    /// The alternative text without its file ending, size and joining marks; null where nothing but a camera's number or a hash is left.
    /// </summary>
    public static string? CleanAlternative(string text)
    {
        var clean = FileEnding().Replace(text, "").Trim(' ', '"', '[', '(', '!', ']', ')');
        if (clean.LastIndexOf('/') is var slash and >= 0 && !clean.Contains(' ', StringComparison.Ordinal))
            clean = clean[(slash + 1)..];
        clean = SizeEnding().Replace(clean, "");
        if (!clean.Contains(' ', StringComparison.Ordinal))
            clean = Joiners().Replace(clean.Replace("%20", " ", StringComparison.Ordinal), " ");
        else
            clean = clean.Replace('_', ' ');
        clean = Spaces().Replace(clean, " ").Trim();
        return clean.Length < 3 || CameraName().IsMatch(clean) || !clean.Any(char.IsLetter) ? null : clean;
    }

    /// <summary>"Photograph: EPA/SANA", "Foto: Marko Marić/Agencija", "(Photo by A. Name)", "© Agency", "AGENCY/NAME".</summary>
    public static bool IsCredit(string text) => SplitCredit(text) is not null || IsBareCredit(text);

    /// <summary>The maker's name in a credit line.</summary>
    public static string CreditOf(string text) => Trim(SplitCredit(text) ?? Mark().Replace(text, ""));

    private static string Trim(string credit)
    {
        credit = credit.Trim().Trim('[', ']', '"', ';', ',', '|').Trim();
        if (credit.StartsWith('(') && credit.EndsWith(')'))
            credit = credit[1..^1];
        if (credit.EndsWith(')') && !credit.Contains('(', StringComparison.Ordinal))
            credit = credit[..^1];
        credit = Mark().Replace(credit, "");
        return credit.EndsWith('.') && !credit[..^1].EndsWith("d.o.o", StringComparison.Ordinal) ? credit[..^1].TrimEnd() : credit.Trim();
    }

    /// <summary>What follows the word for a picture or a credit; null where the line is not of that form.</summary>
    private static string? SplitCredit(string text)
    {
        var bare = text.Trim().TrimStart('(', '[').TrimStart();
        var mark = bare.AsSpan().IndexOfAny(CreditMarks);
        if (mark is > 1 and <= 30 && CreditLeads.Contains(Lead(bare[..mark])) && IsMaker(bare[(mark + 1)..]))
            return bare[(mark + 1)..];
        foreach (var lead in (string[])["photo by ", "photograph by ", "photos by ", "picture by ", "image by ", "foto von ", "photo de ", "photo ", "courtesy of ", "image source, ", "image copyright, ", "image credit, "])
            if (bare.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && IsMaker(bare[lead.Length..]) && (lead.Length > 6 || bare.Contains('/', StringComparison.Ordinal)))
                return bare[lead.Length..];
        return null;
    }

    private static string Lead(string text) => text.Trim().TrimEnd(')', ']').Trim().ToLowerInvariant();

    /// <summary>A maker is a few names, not a sentence: short, with capitals, no full stop inside.</summary>
    private static bool IsMaker(string text)
    {
        var maker = text.Trim();
        var words = TextForm.Words(maker);
        if (maker.Length is 0 or > 110 || words is 0 or > 12)
            return false;
        return words <= 2 || Small(maker) * 2 <= words;
    }

    /// <summary>Words in lower case.</summary>
    private static int Small(string text) => text.Split([' ', '/', ','], StringSplitOptions.RemoveEmptyEntries).Count(word => char.IsLower(word[0]));

    /// <summary>A credit without a word for it: "© Agency", "AGENCY/FIRST LAST", "Name Name / AGENCY", "Getty Images".</summary>
    public static bool IsBareCredit(string text)
    {
        if (text.Length > 80 || TextForm.Words(text) > 8)
            return false;
        if (text.StartsWith('©') || text.StartsWith("(c)", StringComparison.OrdinalIgnoreCase))
            return !text.Any(char.IsDigit) && !TextForm.EndsSentence(text) && !text.Contains("right", StringComparison.OrdinalIgnoreCase);
        return SlashCredit().IsMatch(text) || PictureHouse().IsMatch(text);
    }

    /// <summary>"Caption: …", "Image caption, …".</summary>
    public static bool IsCaption(string text) => CaptionLead(text) > 0;

    public static string CaptionOf(string text) => text[CaptionLead(text)..].Trim();

    private static int CaptionLead(string text)
    {
        var mark = text.AsSpan().IndexOfAny(':', ',');
        return mark is > 0 and <= 25 && mark + 1 < text.Length && CaptionLeads.Contains(text[..mark].Trim().ToLowerInvariant()) ? mark + 1 : 0;
    }

    /// <summary>Parts a line that holds words and a credit: "A ferry waits in Split. Photo: Name/Agency", "… (Foto: Agency)". False where it does not.</summary>
    public static bool TrySplit(string text, out string caption, out string credit)
    {
        (caption, credit) = ("", "");
        if (text.Length > 500)
            return false;
        foreach (Match match in InnerCredit().Matches(text))
        {
            var lead = match.Groups["lead"].Value.ToLowerInvariant();
            var maker = text[(match.Index + match.Length)..];
            if (match.Index < 8 || (lead is not "©" && !CreditLeads.Contains(lead)) || !IsMaker(maker))
                continue;
            caption = text[..match.Index].TrimEnd(' ', '(', '[', '|', '/', '-', '–', '—', ',', '•', '·');
            credit = Trim(maker);
            return TextForm.Words(caption) >= 2 && credit.Length > 0;
        }

        return false;
    }

    [GeneratedRegex(@"\s?\.\s?(?:jpe?g|jfif|png|gif|webp|avif|heic|tiff?|bmp|svg)(?:[?#]\S*)?[)\]""]*$", RegexOptions.IgnoreCase)]
    private static partial Regex FileEnding();

    [GeneratedRegex(@"[-_ ]?\d{2,4}x\d{2,4}(?:px)?$|@\dx$|[-_](?:scaled|small|large|thumb(?:nail)?|crop(?:ped)?|web|final)$", RegexOptions.IgnoreCase)]
    private static partial Regex SizeEnding();

    [GeneratedRegex(@"[-_+]+")]
    private static partial Regex Joiners();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:(?:img|dsc[fn]?|pict?|image|photo|foto|bild|screenshot|p|pxl|file|wp|gopr|mvi)\s?)?[\d\s().-]*$|^[0-9a-f\s-]{12,}$", RegexOptions.IgnoreCase)]
    private static partial Regex CameraName();

    [GeneratedRegex(@"^\s*(?:©|\(c\)|&copy;)\s*(?:copyright\s*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?:\p{Lu}[\p{Lu}\d-]{1,19}(?:\s?/\s?\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,3})+|\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3}\s?/\s?\p{Lu}[\p{L}\d-]+(?:\s\p{Lu}[\p{L}\d-]+)?|\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3}\s+(?:via|for)\s+\p{Lu}[\p{L}\d ]{1,25})$")]
    private static partial Regex SlashCredit();

    [GeneratedRegex(@"^(?:\p{Lu}[\p{L}-]+\s){0,2}(?:Images|Photos|Pictures|Archive|Archiv|Arhiva|File Photo)(?:\s?/.{2,40})?$")]
    private static partial Regex PictureHouse();

    [GeneratedRegex(@"(?<=[.!?…""”’)\]\s])[(\[]?(?:(?<lead>\p{L}[\p{L}' ]{1,18}?)\s?[:：]|(?<lead>©))\s*", RegexOptions.RightToLeft)]
    private static partial Regex InnerCredit();
}
