namespace Wireroom.Stories.Routing;

/// <summary>A rule in plain English: "When the source is Krajina Press and the subject is within Sport, put it on the desk Sport and stop."</summary>
public static class RoutingWords
{
    /// <summary>The whole rule as a sentence.</summary>
    public static string Sentence(RoutingRule rule, RoutingNames names, bool firstMatchOnly = false)
    {
        var acts = Acts(rule, names).ToList();
        if (rule.Stop || firstMatchOnly)
            acts.Add("stop");
        return $"{Condition(rule, names)}, {Joined(acts, "and")}.";
    }

    /// <summary>The part of the sentence that says when: "When the source is Krajina Press", or "Always".</summary>
    public static string Condition(RoutingRule rule, RoutingNames names) =>
        rule.When.Count == 0 ? "Always" : "When " + string.Join(" and ", rule.When.Select(condition => Words(condition, names)));

    private static IEnumerable<string> Acts(RoutingRule rule, RoutingNames names)
    {
        if (rule.Desk.Length > 0)
            yield return $"put it on the desk {Named(names.Desks, rule.Desk)}";
        if (rule.Section.Length > 0)
            yield return $"file it in the section {Named(names.Sections, rule.Section)}";
        if (rule.Tags.Count > 0)
            yield return $"tag it {Joined([.. rule.Tags.Select(tag => $"“{tag}”")], "and")}";
        if (rule.Alert)
            yield return "tell the desk";
        if (rule.Release)
            yield return "release it at once";
        if (rule.Drop)
            yield return "drop it";
    }

    private static string Words(RoutingCondition condition, RoutingNames names)
    {
        var values = condition.Field switch
        {
            RoutingField.Source => Any(condition, value => Named(names.Sources, value)),
            RoutingField.Section => Any(condition, value => Named(names.Sections, value)),
            RoutingField.Words => Any(condition, value => $"“{value}”"),
            _ => Any(condition, value => value),
        };
        var not = condition.Not;
        return condition.Field switch
        {
            RoutingField.Source => $"the source {(not ? "is not" : "is")} {values}",
            RoutingField.Section => $"the section {(not ? "is not" : "is")} {values}",
            RoutingField.Subject => $"the subject {(not ? "is not" : "is")} within {values}",
            RoutingField.Place => $"the place {(not ? "is not" : "is")} {values}",
            RoutingField.Urgency => Urgency(condition.Values[0], not),
            RoutingField.Language => $"the language {(not ? "is not" : "is")} {values}",
            RoutingField.Words => $"{(not ? "it does not hold" : "it holds")} {values}",
            _ => $"the signal {(not ? "is not" : "is")} {values}",
        };
    }

    private static string Urgency(string value, bool not) => (value, not) switch
    {
        ("1", false) => "it is a FLASH",
        ("1", true) => "it is no FLASH",
        ("3", false) => "it is URGENT or a FLASH",
        ("3", true) => "it is neither URGENT nor a FLASH",
        (_, false) => $"the urgency is {value} or more urgent",
        _ => $"the urgency is less than {value}",
    };

    private static string Any(RoutingCondition condition, Func<string, string> named) => Joined([.. condition.Values.Select(named)], "or");

    private static string Joined(List<string> parts, string last) => parts.Count switch
    {
        0 => "nothing",
        1 => parts[0],
        _ => $"{string.Join(", ", parts.Take(parts.Count - 1))} {last} {parts[^1]}",
    };

    private static string Named(IReadOnlyDictionary<string, string> names, string slug) => names.TryGetValue(slug, out var name) ? name : slug;
}
