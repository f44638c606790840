using System.Globalization;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Routing;

namespace Wireroom.Newsroom.Intake.Routing;

/// <summary>What the rules make of an item. <see cref="Trace"/> says which rule did what, in words that stay true when the rules change.</summary>
public sealed record Routed
{
    /// <summary>The desk, or empty.</summary>
    public string Desk { get; init; } = "";

    /// <summary>The section that a rule filed it in, or null.</summary>
    public string? Section { get; init; }

    /// <summary>Topics that rules added.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The first rule, by its number, that asks the desk to look; 0 where none does.</summary>
    public int AlertedBy { get; init; }

    /// <summary>True where a rule releases it and its source is so trusted.</summary>
    public bool Release { get; init; }

    /// <summary>True where no story is made of it.</summary>
    public bool Drop { get; init; }

    /// <summary>Which rule did what.</summary>
    public IReadOnlyList<string> Trace { get; init; } = [];

    /// <summary>The numbers of the rules that matched.</summary>
    public IReadOnlyList<int> Matched { get; init; } = [];

    /// <summary>The copy in the section and with the topics that the rules gave it.</summary>
    public Copy Of(Copy copy) => Section is null && Tags.Count == 0
        ? copy
        : copy with
        {
            Section = Section ?? copy.Section,
            Guessed = Section is null ? copy.Guessed : [.. copy.Guessed.Where(guess => guess != "section")],
            Topics = [.. copy.Topics.Concat(Tags).DistinctBy(Slug.Of)],
        };
}

/// <summary>Asks the rules in their order. What an earlier rule has decided (the desk, the section), a later one does not change; tags add up.</summary>
public static class AskRules
{
    /// <summary>Why a hold is not dropped.</summary>
    public const string HoldsStay = "a hold never is";

    /// <summary>Why a newer version is not dropped: the desk may be at work on what it belongs to.</summary>
    public const string VersionsStay = "a newer version of what is here never is";

    /// <summary>What the plan makes of an item of that source. Where <paramref name="whyKept"/> is said, it cannot be dropped.</summary>
    public static Routed Decide(RoutingPlan plan, RoutingFacts facts, Source source, RoutingNames names, string? whyKept = null)
    {
        var routed = new Routed();
        for (var at = 0; at < plan.Rules.Count; at++)
        {
            var rule = plan.Rules[at];
            if (!rule.When.All(condition => Holds(condition, facts)))
                continue;
            var stops = rule.Stop || plan.FirstMatchOnly;
            routed = Act(routed, rule, at + 1, source, names, stops, whyKept);
            if (stops || routed.Drop)
                break;
        }

        return routed.Desk.Length == 0 && !routed.Drop ? routed with { Desk = source.Desk } : routed;
    }

    private static Routed Act(Routed routed, RoutingRule rule, int number, Source source, RoutingNames names, bool stops, string? whyKept)
    {
        var did = new List<string>();
        if (rule.Desk.Length > 0)
        {
            did.Add(routed.Desk.Length == 0 ? $"on the desk {Named(names.Desks, rule.Desk)}" : "its desk stood already");
            routed = routed.Desk.Length == 0 ? routed with { Desk = rule.Desk } : routed;
        }

        if (rule.Section.Length > 0)
        {
            did.Add(routed.Section is null ? $"in the section {Named(names.Sections, rule.Section)}" : "its section stood already");
            routed = routed.Section is null ? routed with { Section = rule.Section } : routed;
        }

        if (rule.Tags.Count > 0)
        {
            did.Add($"tagged {string.Join(", ", rule.Tags)}");
            routed = routed with { Tags = [.. routed.Tags, .. rule.Tags] };
        }

        if (rule.Alert)
        {
            did.Add("the desk was told");
            routed = routed with { AlertedBy = routed.AlertedBy == 0 ? number : routed.AlertedBy };
        }

        if (rule.Release)
        {
            var may = source.RulesRelease || source.Trusted;
            did.Add(may ? "to be released at once" : $"not released: {source.Name} is not trusted with that");
            routed = routed with { Release = routed.Release || may };
        }

        if (rule.Drop)
        {
            did.Add(whyKept is null ? "dropped" : $"not dropped: {whyKept}");
            routed = routed with { Drop = whyKept is null };
        }

        if (stops)
            did.Add("stop");
        var trace = string.Create(CultureInfo.InvariantCulture, $"Rule {number} ({RoutingWords.Condition(rule, names)}): {string.Join(", ", did)}");
        return routed with { Trace = [.. routed.Trace, trace], Matched = [.. routed.Matched, number] };
    }

    private static bool Holds(RoutingCondition condition, RoutingFacts facts) => condition.Not ^ condition.Values.Any(value => condition.Field switch
    {
        RoutingField.Source => facts.Source == value,
        RoutingField.Section => facts.Section == value,
        RoutingField.Subject => facts.IsWithin(value),
        RoutingField.Place => facts.IsIn(value),
        RoutingField.Urgency => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && facts.Urgency <= most,
        RoutingField.Language => facts.Language.Equals(value, StringComparison.OrdinalIgnoreCase) || facts.Language.StartsWith(value + "-", StringComparison.OrdinalIgnoreCase),
        RoutingField.Words => facts.Holds(value),
        _ => facts.Signal == value,
    });

    private static string Named(IReadOnlyDictionary<string, string> names, string slug) => names.TryGetValue(slug, out var name) ? name : slug;
}
