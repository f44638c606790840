using System.Globalization;

namespace Wireroom.Stories.Routing;

/// <summary>The sources, sections and desks of the house by their short names, with their names for people.</summary>
public sealed record RoutingNames(
    IReadOnlyDictionary<string, string> Sources, IReadOnlyDictionary<string, string> Sections, IReadOnlyDictionary<string, string> Desks);

/// <summary>What is wrong with rules before they are kept.</summary>
public static class RoutingCheck
{
    private const int MostRules = 200;
    private const int MostConditions = 12;
    private const int MostValues = 40;
    private const int LongestValue = 80;
    private const int MostTags = 8;

    /// <summary>The signals of copy of which a story or a version is made: a rule can ask for no other.</summary>
    public static IReadOnlyList<string> Signals { get; } = ["new", "alert", "update", "take", "correction", "refile", "repeat", "hold", "advisory"];

    /// <summary>What is wrong with the plan, in a sentence that names the rule; null where nothing is.</summary>
    public static string? WhatIsWrong(RoutingPlan plan, RoutingNames names)
    {
        if (plan.Rules.Count > MostRules)
            return $"There are {plan.Rules.Count} rules, and at most {MostRules} can be kept.";
        for (var at = 0; at < plan.Rules.Count; at++)
        {
            if (WhatIsWrong(plan.Rules[at], names) is { } fault)
                return string.Create(CultureInfo.InvariantCulture, $"Rule {at + 1}: {fault}");
        }

        return null;
    }

    /// <summary>What is wrong with the rule, in a sentence; null where nothing is.</summary>
    public static string? WhatIsWrong(RoutingRule rule, RoutingNames names)
    {
        if (rule.Desk.Length == 0 && rule.Section.Length == 0 && rule.Tags.Count == 0 && rule is { Alert: false, Release: false, Drop: false, Stop: false })
            return "It does nothing; choose at least one thing that it does.";
        if (rule.Drop && (rule.Desk.Length > 0 || rule.Section.Length > 0 || rule.Tags.Count > 0 || rule.Release))
            return "What is dropped can be put nowhere, neither filed, tagged nor released; take out the one or the other.";
        if (rule.Desk.Length > 0 && !names.Desks.ContainsKey(rule.Desk))
            return $"There is no desk “{rule.Desk}”; add it under Settings, or choose one of {Listed(names.Desks.Keys)}.";
        if (rule.Section.Length > 0 && !names.Sections.ContainsKey(rule.Section))
            return $"There is no section “{rule.Section}”; choose one of {Listed(names.Sections.Keys)}.";
        if (rule.Tags.Count > MostTags || rule.Tags.Any(tag => tag.Length is 0 or > 60 || !tag.Any(char.IsLetterOrDigit)))
            return $"Tags have a letter or digit and at most 60 characters, and a rule adds at most {MostTags}.";
        if (rule.When.Count > MostConditions)
            return $"It has {rule.When.Count} conditions, and at most {MostConditions} can be kept.";
        return rule.When.Select(condition => WhatIsWrong(condition, names)).FirstOrDefault(fault => fault is not null);
    }

    private static string? WhatIsWrong(RoutingCondition condition, RoutingNames names)
    {
        var field = condition.Field.ToString().ToLowerInvariant();
        if (condition.Values.Count is 0 or > MostValues || condition.Values.Any(value => value.Length is 0 or > LongestValue))
            return $"The condition on the {field} needs a value, at most {MostValues}, each of at most {LongestValue} characters.";
        foreach (var value in condition.Values)
        {
            var fault = condition.Field switch
            {
                RoutingField.Source when !names.Sources.ContainsKey(value) => $"There is no source “{value}”; “wireroom source list” shows those that there are.",
                RoutingField.Section when !names.Sections.ContainsKey(value) => $"There is no section “{value}”; choose one of {Listed(names.Sections.Keys)}.",
                RoutingField.Urgency when value is not [>= '1' and <= '9'] || condition.Values.Count > 1 => $"Urgency is one digit from 1 (flash) to 9, not “{string.Join(", ", condition.Values)}”.",
                RoutingField.Signal when !Signals.Contains(value) => $"“{value}” is no signal of which a story is made; choose one of {Listed(Signals)}.",
                RoutingField.Words when !value.Any(char.IsLetterOrDigit) => $"“{value}” holds no word.",
                RoutingField.Language when !value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') => $"“{value}” is no language tag; write it as en, hr or de-AT.",
                _ => null,
            };
            if (fault is not null)
                return fault;
        }

        return null;
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal)) is { Length: > 0 } list ? list : "none (there are none yet)";
}
