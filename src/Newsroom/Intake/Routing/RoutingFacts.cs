using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using Wireroom.Wire;
using Wireroom.Wire.Topics;

namespace Wireroom.Newsroom.Intake.Routing;

/// <summary>What the rules ask of an item: what the wire said of it, and what was made of that.</summary>
public sealed class RoutingFacts
{
    private readonly Lazy<string> words;
    private readonly Lazy<HashSet<string>> subjects;
    private readonly Lazy<HashSet<string>> places;

    /// <summary>The facts of an item and of the copy that was made of it.</summary>
    public RoutingFacts(string source, WireItem item, Copy copy)
    {
        Source = source;
        Section = copy.Section;
        Urgency = copy.Urgency;
        Language = copy.Language;
        Signal = item.Signal.ToString().ToLowerInvariant();
        subjects = new(() => [.. item.Subjects.SelectMany(NamesOf).Concat(item.Keywords).Select(SearchWords.Fold)]);
        places = new(() => [.. PlacesOf(item, copy).OfType<string>().Select(SearchWords.Fold)]);
        words = new(() => $" {SearchWords.Fold($"{copy.Slugline} {copy.Headline} {copy.Standfirst} {BodyText.Of(copy.Body)}")} ");
    }

    /// <summary>Source slug.</summary>
    public string Source { get; }

    /// <summary>Section slug before any rule, or empty.</summary>
    public string Section { get; }

    /// <summary>1 (flash) to 9.</summary>
    public int Urgency { get; }

    /// <summary>BCP 47 language.</summary>
    public string Language { get; }

    /// <summary>The wire's signal, in lower case.</summary>
    public string Signal { get; }

    /// <summary>True where one of its subjects, or something above one in the vocabulary, has that name or code.</summary>
    public bool IsWithin(string subject) => subjects.Value.Contains(SearchWords.Fold(subject));

    /// <summary>True where it comes from that place or names it.</summary>
    public bool IsIn(string place) => places.Value.Contains(SearchWords.Fold(place));

    /// <summary>True where all those words stand in it.</summary>
    public bool Holds(string phrase) => SearchWords.Fold(phrase).Split(' ').All(word => words.Value.Contains($" {word} ", StringComparison.Ordinal));

    /// <summary>Names and codes of a subject and of all above it: those that the document gave, and those of IPTC's vocabulary.</summary>
    private static IEnumerable<string> NamesOf(WireSubject subject)
    {
        yield return subject.Name;
        foreach (var parent in subject.Parents ?? [])
            yield return parent;
        if (subject.Code is not { } code)
            yield break;
        yield return $"{subject.Scheme}:{code}";
        for (var topic = subject.Scheme == "medtop" ? MediaTopics.Find(code) : MediaTopics.Today(subject); topic is not null; topic = topic.Parent)
        {
            yield return topic.Name;
            yield return $"medtop:{topic.Code}";
        }
    }

    private static IEnumerable<string?> PlacesOf(WireItem item, Copy copy)
    {
        yield return copy.Place;
        foreach (var place in item.Places.Append(item.Located).OfType<WirePlace>())
        {
            yield return place.Name;
            yield return place.Country;
        }
    }
}
