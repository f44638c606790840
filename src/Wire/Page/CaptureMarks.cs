using System.Text.RegularExpressions;

namespace Wireroom.Wire.Page;

/// <summary>Says what every line of a page is: first by its own form, then by what stands beside it and how often it returns.</summary>
internal static partial class CaptureMarks
{
    public static List<CaptureLine> Mark(List<CaptureLine> raw)
    {
        var lines = new List<CaptureLine>(raw.Count);
        foreach (var line in raw)
            lines.AddRange(PartHeaderLine(line));
        foreach (var line in lines)
            FurnitureForm.Classify(line);
        TakeRanks(lines);
        TakeStamps(lines);
        CaptureFigures.Gather(lines);
        MarkRepeated(lines);
        MarkMenus(lines);
        MarkBareNames(lines);
        MarkAskingHeadlines(lines);
        return lines;
    }

    /// <summary>"By Ana Kovač | 3 March 2026, 14:05 | 4 min read" is three lines in one.</summary>
    private static IEnumerable<CaptureLine> PartHeaderLine(CaptureLine line)
    {
        var text = line.Text;
        if (text.Length is < 8 or > 160)
            return [line];
        var parts = text.Split(["|", " • ", " · ", " — ", " – ", " / "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is >= 2 and <= 5 && !StatedDate.Is(text) && parts.Any(part => StatedDate.Is(part) || BylineLine.Is(part)) && parts.All(IsHeaderPart))
            return parts.Select(part => new CaptureLine(StatedDate.Is(part) || !BylineLine.IsBareName(part) ? part : "By " + part, line.Number, line.Group));
        // "Published 3 March 2026, updated 4 March 2026".
        if (!StatedDate.Is(text) && text.Count(char.IsDigit) >= 6)
            for (var space = text.IndexOf(' ', StringComparison.Ordinal); space > 0; space = text.IndexOf(' ', space + 1))
                if (StatedDate.Is(text[(space + 1)..]) && StatedDate.Is(text[..space]))
                    return [new CaptureLine(text[..space].TrimEnd(','), line.Number, line.Group), new CaptureLine(text[(space + 1)..], line.Number, line.Group)];
        // "Ana Kovač, 3 March 2026" and "By Ana Kovač Published 3 March 2026": names, then nothing but a date.
        for (var space = text.IndexOf(' ', StringComparison.Ordinal); space > 0 && char.IsUpper(text[0]); space = text.IndexOf(' ', space + 1))
        {
            var (names, date) = (text[..space].TrimEnd(',', ' '), text[(space + 1)..]);
            if (!names.Any(char.IsDigit) && StatedDate.Is(date) && !StatedDate.Is(text) && (BylineLine.Is(names) || (BylineLine.IsBareName(names) && date.Any(char.IsDigit) && HasYearOrTime().IsMatch(date))))
                return [new CaptureLine(BylineLine.Is(names) ? names : "By " + names, line.Number, line.Group), new CaptureLine(date, line.Number, line.Group)];
        }

        return [line];
    }

    private static bool IsHeaderPart(string part)
    {
        if (StatedDate.Is(part) || BylineLine.Is(part) || BylineLine.IsBareName(part))
            return true;
        var line = new CaptureLine(part, 0, 0);
        FurnitureForm.Classify(line);
        return line.Kind is LineKind.Furniture || (line.Kind == LineKind.Label && char.IsUpper(part[0]));
    }

    /// <summary>"1. Headline", "2. Headline", "3. Headline": the numbers of a most-read list are no part of its headlines.</summary>
    private static void TakeRanks(List<CaptureLine> lines)
    {
        var ranked = lines.Where(line => (line.IsTitle || line.Kind == LineKind.Copy) && Rank().IsMatch(line.Text)).ToList();
        for (var i = 0; i < ranked.Count;)
        {
            var end = i + 1;
            while (end < ranked.Count && NumberOf(ranked[end]) == NumberOf(ranked[end - 1]) + 1)
                end++;
            if (end - i >= 3 && NumberOf(ranked[i]) == 1 && ranked[i..end].Count(line => line.IsTitle) * 2 > end - i)
            {
                foreach (var line in ranked[i..end])
                {
                    line.Text = line.Text[Rank().Match(line.Text).Length..];
                    line.Kind = LineKind.Title;
                }
            }

            i = end;
        }
    }

    private static int NumberOf(CaptureLine line) => int.Parse(Rank().Match(line.Text).Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>"14:05 Headline" and "Headline | 2 hours ago": the time goes beside the words.</summary>
    private static void TakeStamps(List<CaptureLine> lines)
    {
        foreach (var line in lines.Where(line => line.IsTitle || line.Kind == LineKind.Copy))
        {
            if (Clock().Match(line.Text) is { Success: true } clock && TextForm.Words(line.Text[clock.Length..]) >= 3)
            {
                line.Stamp = clock.Groups[1].Value;
                line.Text = line.Text[clock.Length..];
            }
            else if (line.Text.LastIndexOfAny(['|', '•', '·', '–', '—']) is var mark and > 15 && line.IsTitle && StatedDate.Is(line.Text[(mark + 1)..]))
            {
                line.Stamp = line.Text[(mark + 1)..].Trim();
                line.Text = line.Text[..mark].TrimEnd();
            }
        }
    }

    /// <summary>A short line that returns three times is a button; a title that returns with the portal's name is the window's title.</summary>
    private static void MarkRepeated(List<CaptureLine> lines)
    {
        foreach (var same in lines.Where(line => line.IsTitle || (line.Kind == LineKind.Copy && line.Text.Length < 40)).GroupBy(line => TextForm.Fold(line.Text)).Where(same => same.Count() >= 3))
            foreach (var line in same)
                line.MakeFurniture("repeated");

        var titles = lines.Where(line => line.IsTitle).Select(line => TextForm.Fold(line.Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var line in lines.TakeWhile(line => !line.IsCopy).Where(line => line.Kind == LineKind.Title))
        {
            foreach (var mark in (string[])[" | ", " - ", " – ", " — ", " :: ", " « "])
            {
                var at = line.Text.LastIndexOf(mark, StringComparison.Ordinal);
                if (at < 10 || TextForm.Words(line.Text[(at + mark.Length)..]) > 4)
                    continue;
                if (titles.Contains(TextForm.Fold(line.Text[..at])))
                    line.MakeFurniture("page-title");
                else if (mark is " | ")
                    line.Text = line.Text[..at].TrimEnd();
                break;
            }
        }
    }

    /// <summary>Three or more lines of a word or three in a row are a menu.</summary>
    private static void MarkMenus(List<CaptureLine> lines)
    {
        for (var i = 0; i < lines.Count;)
        {
            var end = i;
            var labels = 0;
            while (end < lines.Count && (lines[end].Kind == LineKind.Label || (lines[end].Kind == LineKind.Furniture && lines[end].Figure is null)))
                labels += lines[end++].Kind == LineKind.Label ? 1 : 0;
            if (labels >= 3)
                foreach (var line in lines[i..end].Where(line => line.Kind == LineKind.Label))
                    line.MakeFurniture("navigation");
            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>A name alone beside a date or under a headline's neighbour is the writer's.</summary>
    private static void MarkBareNames(List<CaptureLine> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            if (!lines[i].IsTitle || !BylineLine.IsBareName(lines[i].Text))
                continue;
            var besideDate = lines[i - 1].Kind is LineKind.Date || (i + 1 < lines.Count && lines[i + 1].Kind is LineKind.Date);
            var headline = lines[Math.Max(0, i - 4)..i].Any(line => (line.IsTitle || IsShortSentence(line)) && TextForm.Words(line.Text) >= 4 && !BylineLine.IsBareName(line.Text));
            if (besideDate && headline && !lines[Math.Max(0, i - 6)..i].Any(line => line.Kind == LineKind.Byline))
                lines[i].Kind = LineKind.Byline;
        }
    }

    /// <summary>A headline that asks or exclaims ends like a sentence; where a rail wants a headline, it is one.</summary>
    private static void MarkAskingHeadlines(List<CaptureLine> lines)
    {
        var told = lines.Where(line => line.IsTitle || line.IsCopy || line.Kind == LineKind.RailHeading).ToList();
        var inRail = false;
        for (var i = 0; i < told.Count; i++)
        {
            var line = told[i];
            var before = i > 0 ? told[i - 1] : null;
            var after = i + 1 < told.Count ? told[i + 1] : null;
            inRail = line.Kind == LineKind.RailHeading || (inRail && !(line.IsCopy && before is { IsCopy: true } && !IsShortSentence(line)));
            if (!IsShortSentence(line))
                continue;
            var wantsHeadline = inRail
                ? before is { IsCopy: true } or { Kind: LineKind.RailHeading } || after is null or { IsTitle: true } or { Kind: LineKind.RailHeading }
                : before is { IsCopy: true } && i >= 2 && told[i - 2].IsTitle && after is { IsCopy: true } && (i + 2 >= told.Count || !told[i + 2].IsCopy);
            if (wantsHeadline)
                line.Kind = LineKind.Title;
        }
    }

    private static bool IsShortSentence(CaptureLine line) =>
        line.Kind == LineKind.Copy && line.Text.Length <= 100 && line.Text.TrimEnd('"', '”', '»', '\'', '’') is [.., '?' or '!' or '？' or '！'] && TextForm.FirstSentence(line.Text) == line.Text.Length;

    [GeneratedRegex(@"^(\d{1,2})[.)]\s+(?=\S)")]
    private static partial Regex Rank();

    [GeneratedRegex(@"^[\[(]?(\d{1,2}[:.]\d{2})(?:\s?[hH]\b|\sUhr)?[\])]?\s*[-–—|:]?\s+(?=\S)")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\d{4}|\d{1,2}[:.]\d{2}|\bago\b|\bvor\b|\bprije\b")]
    private static partial Regex HasYearOrTime();
}
