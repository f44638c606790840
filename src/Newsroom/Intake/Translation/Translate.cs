using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using Wireroom.Wire;
using Wireroom.Wire.Page;

namespace Wireroom.Newsroom.Intake.Translation;

/// <summary>What is known of the newsroom and the source when copy is translated.</summary>
public sealed record TranslationContext(Source Source, IReadOnlyList<Section> Sections, string HouseLanguage)
{
    /// <summary>The section that the operator asked for; it wins over what the copy says.</summary>
    public string? Section { get; init; }

    /// <summary>True where copy whose section cannot be told gets the first section, marked as guessed; otherwise it has none and the desk is asked.</summary>
    public bool GuessSection { get; init; }
}

/// <summary>The translator at the newsroom's entrance: turns what the wire said into the copy of a story's first version.</summary>
public static class Translate
{
    private const int MostTopics = 10;
    private const int LongestTopic = 60;

    /// <summary>The copy of an item.</summary>
    public static Copy Of(WireItem item, TranslationContext context)
    {
        var guessed = item.Guessed.ToList();
        var body = TranslateBody.Of(item.Body);
        body.InsertRange(0, MediaChoice.Pictures(item).Select(TranslateBody.Picture).OfType<PictureBlock>());
        var dateline = item.Dateline is { Length: > 0 } sent ? sent : OpeningDateline.TakeFrom(body);
        var standfirst = DecideStandfirst(item.Standfirst ?? "", body);

        var headline = (item.Headline ?? "").Trim();
        if (headline.Length == 0)
        {
            headline = WorkingTitle.From(standfirst.Length > 0 ? standfirst : Lead(body));
            Note(guessed, "headline");
        }

        var section = context.Section ?? Sections.Decide(item, context.Source, context.Sections);
        if (section.Length == 0 && context.GuessSection)
        {
            section = context.Sections.Count > 0 ? context.Sections[0].Slug : "news";
            Note(guessed, "section");
        }

        return new Copy
        {
            Headline = headline,
            HeadlineIsWorkingTitle = headline.Length > 0 && guessed.Contains("headline"),
            Slugline = item.Slugline ?? "",
            Standfirst = standfirst,
            Dateline = dateline,
            Byline = WithoutBy(item.Byline ?? ""),
            Credit = FirstOf(item.Credit, context.Source.Credit, item.Provider, item.Sources is [var first, ..] ? first : null),
            Section = section,
            Language = DecideLanguage(item.Language, context),
            Urgency = DecideUrgency(item),
            Place = FirstOf(item.Located?.Name, dateline.Length > 0 ? OpeningDateline.Place(dateline) : null, item.Places is [var place, ..] ? place.Name : null),
            Topics = DecideTopics(item, section),
            Body = body,
            EdNote = item.EdNote ?? "",
            Embargo = item.Embargo is { } embargo ? new Embargo(embargo.Until, embargo.AsSent) : null,
            Rights = TranslateRights.Of(item.Rights) ?? (context.Source.UsageTerms.Length > 0 ? new Rights(context.Source.UsageTerms) : null),
            Guessed = guessed,
        };
    }

    /// <summary>
    /// A standfirst that only repeats the head of the first paragraph, as feeds make their descriptions, is none; an item that is nothing but its
    /// description keeps it as its lead.
    /// </summary>
    private static string DecideStandfirst(string standfirst, List<Block> body)
    {
        var text = standfirst.Trim();
        var start = text.TrimEnd('…', '.', '[', ']', ' ');
        return start.Length > 0 && Lead(body).StartsWith(start, StringComparison.OrdinalIgnoreCase) ? "" : text;
    }

    private static string Lead(List<Block> body) => body.OfType<Paragraph>().FirstOrDefault()?.Text.Plain.Trim() ?? "";

    private static string WithoutBy(string byline)
    {
        var text = byline.Trim();
        return text.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? text[3..].TrimStart() : text;
    }

    /// <summary>BCP 47 as sent, with hyphens; what is no tag at all is taken as unsaid.</summary>
    private static string DecideLanguage(string? sent, TranslationContext context)
    {
        var tag = (sent ?? "").Trim().Replace('_', '-');
        var isTag = tag.Length is >= 2 and <= 35 && tag.Split('-') is [{ Length: 2 or 3 } first, ..] && first.All(char.IsAsciiLetter)
            && tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
        return FirstOf(isTag ? tag : null, context.Source.Language, context.HouseLanguage, "en");
    }

    /// <summary>Urgency as sent; otherwise by the line-mode wires' priority letter, otherwise 5, and a flash without either is 1.</summary>
    private static int DecideUrgency(WireItem item) => (item.Urgency, item.Priority?.Trim().ToLowerInvariant()) switch
    {
        ({ } urgency, _) => Math.Clamp(urgency, 1, 9),
        (_, "f") => 1,
        (_, "b") => 2,
        (_, "u") => 3,
        (_, "r") => 5,
        (_, "d") => 6,
        (_, { Length: 1 } digit) when digit[0] is >= '1' and <= '9' => digit[0] - '0',
        _ => item.Signal is WireSignal.Alert ? 1 : 5,
    };

    private static List<string> DecideTopics(WireItem item, string section)
    {
        var topics = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { section };
        var words = item.Subjects.OrderByDescending(subject => subject.Relevance ?? 0).Select(subject => subject.Name)
            .Concat(item.Keywords)
            .Concat(item.Places.Select(place => place.Name));
        foreach (var word in words)
        {
            var name = word.Trim();
            if (topics.Count < MostTopics && name.Length is > 1 and <= LongestTopic && name.Any(char.IsLetter) && !name.Contains(':', StringComparison.Ordinal) && seen.Add(Slug.Of(name)))
                topics.Add(name);
        }

        return topics;
    }

    private static string FirstOf(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
                return text.Trim();
        }

        return "";
    }

    private static void Note(List<string> guessed, string what)
    {
        if (!guessed.Contains(what))
            guessed.Add(what);
    }
}
