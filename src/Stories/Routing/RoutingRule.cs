using System.Text.Json.Serialization;

namespace Wireroom.Stories.Routing;

/// <summary>What a condition looks at.</summary>
public enum RoutingField
{
    /// <summary>The source, by its short name.</summary>
    Source,

    /// <summary>The section that the copy has without any rule, by its short name.</summary>
    Section,

    /// <summary>A subject, by its name or code, with all that the vocabulary has below it.</summary>
    Subject,

    /// <summary>A place that the copy comes from or speaks of, by its name.</summary>
    Place,

    /// <summary>The urgency: a digit, and what is more urgent.</summary>
    Urgency,

    /// <summary>The language, with all its regions and scripts.</summary>
    Language,

    /// <summary>Words that stand in the headline or the text, all of them, as in the queue's search.</summary>
    Words,

    /// <summary>The wire's signal.</summary>
    Signal,
}

/// <summary>One condition: the field is one of the values, or where <paramref name="Not"/> is set none of them.</summary>
public sealed record RoutingCondition([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] RoutingField Field, IReadOnlyList<string> Values, bool Not = false);

/// <summary>A rule for what arrives: where all its conditions hold, all its acts are done. What a text leaves out is set to null by its reader, and is nothing.</summary>
public sealed record RoutingRule
{
    /// <summary>What must hold; where there is nothing, the rule is for everything.</summary>
    public IReadOnlyList<RoutingCondition> When { get; init => field = value ?? []; } = [];

    /// <summary>The desk that it is put on, or empty.</summary>
    public string Desk { get; init => field = value ?? ""; } = "";

    /// <summary>The section that it is filed in, or empty.</summary>
    public string Section { get; init => field = value ?? ""; } = "";

    /// <summary>Topics that are added.</summary>
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];

    /// <summary>True where the desk is told by a notice.</summary>
    public bool Alert { get; init; }

    /// <summary>True where it goes out at once, if its source is so trusted.</summary>
    public bool Release { get; init; }

    /// <summary>True where no story is made of it.</summary>
    public bool Drop { get; init; }

    /// <summary>True where no later rule is asked.</summary>
    public bool Stop { get; init; }
}

/// <summary>The rules in their one order.</summary>
public sealed record RoutingPlan
{
    /// <summary>The rules, first to last.</summary>
    public IReadOnlyList<RoutingRule> Rules { get; init => field = value ?? []; } = [];

    /// <summary>True where only the first rule that matches acts; otherwise all that match do, each after the other, until one says stop.</summary>
    public bool FirstMatchOnly { get; init; }

    /// <summary>The plan with a rule moved to another place; both places count from 0.</summary>
    public RoutingPlan Moved(int from, int to)
    {
        var rules = Rules.ToList();
        var rule = rules[from];
        rules.RemoveAt(from);
        rules.Insert(Math.Clamp(to, 0, rules.Count), rule);
        return this with { Rules = rules };
    }

    /// <summary>The plan with another rule in that place (counted from 0), or with one more at its end.</summary>
    public RoutingPlan With(RoutingRule rule, int? place) => this with
    {
        Rules = place is { } at && at < Rules.Count ? [.. Rules.Select((other, number) => number == at ? rule : other)] : [.. Rules, rule],
    };

    /// <summary>The plan without the rule in that place, counted from 0.</summary>
    public RoutingPlan Without(int place) => this with { Rules = [.. Rules.Where((_, number) => number != place)] };
}
