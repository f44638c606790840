using System.Text.RegularExpressions;

namespace Wireroom.Wire.Page;

/// <summary>Says what one line is by its own form: how long, how it ends, how it is joined; the portals' words only confirm.</summary>
internal static partial class FurnitureForm
{
    /// <summary>No headline, credit or notice is longer, in characters.</summary>
    private const int LongestFurniture = 300;

    /// <summary>A line without a full stop is copy from this length on (words, characters).</summary>
    private const int CopyWords = 23, CopyLength = 150;

    private static readonly HashSet<string> RailHeadings = new(FurnitureWords.RailHeadings, StringComparer.Ordinal);
    private static readonly HashSet<string> Pointers = new(FurnitureWords.Pointers, StringComparer.Ordinal);
    private static readonly HashSet<string> Sections = new(FurnitureWords.Sections, StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, string> Words = FurnitureWords.Lines
        .SelectMany(kind => kind.Words.Select(word => (word, kind.Name))).DistinctBy(pair => pair.word).ToDictionary(pair => pair.word, pair => pair.Name, StringComparer.Ordinal);

    public static void Classify(CaptureLine line)
    {
        if (line.Text.Length <= LongestFurniture && ClassifyFurniture(line))
            return;

        if (BulletMark().Match(line.Text) is { Success: true } mark && TextForm.Words(line.Text[mark.Length..]) >= 2)
        {
            line.Text = line.Text[mark.Length..];
            line.Kind = LineKind.Bullet;
            return;
        }

        var words = TextForm.Words(line.Text);
        if (TextForm.EndsSentence(line.Text) || (words >= 5 && Dateline.HasFoot(line.Text)) || words >= CopyWords || line.Text.Length >= CopyLength || (words >= 5 && line.Text[^1] is ':' or ','))
            line.Kind = LineKind.Copy;
        else
            line.Kind = words <= 3 ? LineKind.Label : LineKind.Title;
    }

    /// <summary>True where the line is no copy and no title.</summary>
    private static bool ClassifyFurniture(CaptureLine line)
    {
        var text = line.Text;
        if (PictureLine.IsFileName(text))
            line.Kind = LineKind.PictureFile;
        else if (!text.Any(char.IsLetter))
            line.MakeFurniture(StatedDate.Is(text) ? "date" : "mark");
        else if (StatedDate.Is(text))
            line.Kind = LineKind.Date;
        else if (PictureLine.IsCaption(text))
            line.Kind = LineKind.Caption;
        else if (Copyright().IsMatch(text))
            return Furniture(line, PictureLine.IsBareCredit(text) ? "credit" : "copyright");
        else if (PictureLine.IsCredit(text))
            line.Kind = LineKind.Credit;
        else if (BylineLine.IsSignOff(text))
            line.Kind = LineKind.SignOff;
        else if (BylineLine.Is(text))
            line.Kind = LineKind.Byline;
        else if (IsRailHeading(text))
            line.Kind = LineKind.RailHeading;
        else if (IsPointer(text))
            line.Kind = LineKind.Pointer;
        else if (ReadingTime().IsMatch(text))
            return Furniture(line, "reading-time");
        else if (Count().IsMatch(text))
            return Furniture(line, "count");
        else if (IsMenu(text))
            return Furniture(line, "navigation");
        else if (NamedFurniture(text) is { } name)
            return Furniture(line, name);
        else
            return false;
        return true;
    }

    private static bool Furniture(CaptureLine line, string name)
    {
        line.MakeFurniture(name);
        if (name == "credit")
            line.Kind = LineKind.Credit;
        return true;
    }

    public static bool IsRailHeading(string text)
    {
        if (text.Length > 60 || TextForm.EndsSentence(text))
            return false;
        var key = Key(text);
        if (RailHeadings.Contains(key))
            return true;
        var words = key.Split(' ');
        // A known beginning of two words or more, and at most two words of its own: "More on this topic", "Latest news from Croatia".
        for (var known = Math.Min(5, words.Length - 1); known >= 2; known--)
            if (words.Length - known <= 2 && RailHeadings.Contains(string.Join(' ', words[..known])))
                return true;
        return false;
    }

    private static bool IsPointer(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 3 or > 30)
            colon = text.IndexOf('>', StringComparison.Ordinal);
        return colon is >= 3 and <= 30 && text.Length - colon > 12 && Pointers.Contains(Key(text[..colon]));
    }

    /// <summary>Segments of a few words, parted by the marks of menus and breadcrumbs; or the same mark at the front.</summary>
    private static bool IsMenu(string text)
    {
        foreach (var mark in " | ; > ; › ; » ; / ; • ; · ; → ;|".Split(';'))
        {
            var parts = text.Split(mark, StringSplitOptions.TrimEntries);
            if (parts.Length >= (mark is " / " ? 4 : 3) && parts.All(part => TextForm.Words(part) <= 4 && !StatedDate.Is(part)) && parts.Sum(TextForm.Words) <= parts.Length * 3)
                return true;
        }

        if (text.Split(' ') is { Length: >= 3 } words && words.All(Sections.Contains))
            return true;
        return text[0] is '›' or '»' or '→' && TextForm.Words(text) <= 3;
    }

    private static string? NamedFurniture(string text)
    {
        var key = Key(text);
        if (Words.TryGetValue(key, out var name))
            return name;
        var words = key.Split(' ');
        // "Tags: Split, port, ferries" and "Filed under: World".
        if (text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 and < 30 && Words.TryGetValue(Key(text[..colon]), out name) && name is "tags" or "share" or "copyright")
            return name;
        // "Share Facebook Twitter": nothing but such words.
        if (words.Length <= 8 && words.All(word => word is "on" or "via" or "or" or "|" || (Words.TryGetValue(word, out var kind) && kind == "share")))
            return "share";
        // Short lines that begin as furniture does; notices may be a sentence, and then say "you" by their form: an order at the line's head.
        for (var known = Math.Min(7, words.Length - 1); known >= 1; known--)
        {
            if (!Words.TryGetValue(string.Join(' ', words[..known]), out name))
                continue;
            var rest = words.Length - known;
            var allowed = name switch
            {
                "notice" => known >= 2 ? 25 : 0,
                "copyright" => 30,
                "advertisement" or "share" or "comments" => known >= 2 ? 8 : 0,
                _ => 0,
            };
            // A whole sentence that only begins like a button is copy, unless it speaks to the reader of the page's own business.
            if (rest > 0 && TextForm.EndsSentence(text) && words.Length > 6 && name is not "copyright" && !(name == "notice" && SpeaksToReader().IsMatch(text)))
                continue;
            if (rest <= allowed)
                return name;
        }

        return null;
    }

    /// <summary>Lower case, the marks at both ends gone, one kind of apostrophe.</summary>
    public static string Key(string text) => text.Trim(' ', ':', '»', '«', '›', '>', '<', '→', '←', '▶', '►', '▸', '•', '·', '|', '-', '–', '—', '.', '…', '!', '?', '+', '#', '*', '/', '"', '“', '”').ToLowerInvariant().Replace('’', '\'');

    [GeneratedRegex(@"\b(?:you|your|us|our|cookies?|newsletter|subscri\w+|privacy|Sie|Ihre?|uns\w*|vas|vam|vaš\w*|nas|nam|naš\w*|kolačić\w*|vous|votre|vos|nous|notre|nos|usted|su|nuestr\w+|vostr\w+|você|nosso|u|uw|ons|dig|dina|oss)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SpeaksToReader();

    [GeneratedRegex(@"^(?:[•●▪■◦‣∙*]|[-–—](?=\s))\s*")]
    private static partial Regex BulletMark();

    [GeneratedRegex(@"^\W*(?:©|\(c\)\s|&copy;|copyright\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"^\W*(?:\d{1,3}\s*(?:-|\s)?\s*min(?:s|ute|utes|uten|uta|utos|uti|\.)?\s*(?:read|reading|listen|lesezeit|čitanja|de lecture|de lectura|di lettura|de leitura|leestijd|lästid)|(?:reading time|time to read|estimated read|read time|lesezeit|lesedauer|vrijeme čitanja|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd)\b.{0,25})\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex ReadingTime();

    /// <summary>A number of comments, shares or views with its unit, in either order.</summary>
    [GeneratedRegex(@"^\W*(?:[\d.,]+\s?[kKmM]?\s+(?:comments?|shares?|views?|likes?|replies|reactions?|kommentare?|aufrufe|komentar(?:a|i)?|pregled(?:a|i)?|dijeljenja|commentaires?|partages?|réactions?|vues|comentarios?|commenti|comentários?|reacties)|(?:comments?|shares?|views?|kommentare|komentari|commentaires?|comentarios|commenti)\s*[:(]?\s*[\d.,]+\)?)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Count();
}
