using System.Globalization;
using Wireroom.Stories.Routing;

namespace Wireroom.Newsroom.Desk.Routing;

/// <summary>A rule as it is typed: in the form of the desk, and on the command line.</summary>
public static class RoutingForm
{
    /// <summary>Several values of one condition are kept apart by this; a comma is part of many subjects' names.</summary>
    public const char Between = ';';

    /// <summary>Reads the desk's form.</summary>
    public static RoutingRule Read(IFormCollection form, RoutingNames names)
    {
        var conditions = new List<RoutingCondition>();
        var (fields, nots, values) = (form["field"], form["not"], form["values"]);
        for (var at = 0; at < values.Count; at++)
        {
            if (at < fields.Count && Enum.TryParse<RoutingField>(fields[at], ignoreCase: true, out var field) && Enum.IsDefined(field) && Split(values[at]) is { Count: > 0 } typed)
                conditions.Add(new RoutingCondition(field, Known(field, typed, names), at < nots.Count && nots[at] == "1"));
        }

        return new RoutingRule
        {
            When = conditions,
            Desk = form["desk"].ToString(),
            Section = form["section"].ToString(),
            Tags = Split(form["tags"]),
            Alert = form["alert"] == "1",
            Release = form["release"] == "1",
            Drop = form["drop"] == "1",
            Stop = form["stop"] == "1",
        };
    }

    /// <summary>Reads a condition of the command line: <c>source=krajina;halyard</c>, <c>language!=hr</c>. Null where it is none.</summary>
    public static RoutingCondition? Condition(string text, RoutingNames names)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1)
            return null;
        var not = text[equals - 1] == '!';
        var name = text[..(not ? equals - 1 : equals)].Trim();
        return Enum.TryParse<RoutingField>(name, ignoreCase: true, out var field) && Enum.IsDefined(field) && !char.IsDigit(name[0])
            ? new RoutingCondition(field, Known(field, Split(text[(equals + 1)..]), names), not)
            : null;
    }

    /// <summary>The values of a condition as they stand in a field.</summary>
    public static string Typed(RoutingCondition condition, RoutingNames names) => string.Join($"{Between} ", condition.Values.Select(value => condition.Field switch
    {
        RoutingField.Source when names.Sources.TryGetValue(value, out var source) => source,
        RoutingField.Section when names.Sections.TryGetValue(value, out var section) => section,
        _ => value,
    }));

    /// <summary>The parts of a field, without blanks.</summary>
    public static List<string> Split(string? text) =>
        [.. (text ?? "").Split(Between).Select(part => string.Join(' ', part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(part => part.Length > 0).Distinct()];

    /// <summary>Sources and sections may be typed by their names; they are kept by their slugs.</summary>
    private static List<string> Known(RoutingField field, List<string> typed, RoutingNames names)
    {
        var known = field switch
        {
            RoutingField.Source => names.Sources,
            RoutingField.Section => names.Sections,
            _ => null,
        };
        return [.. typed.Select(value => field is RoutingField.Signal ? value.ToLower(CultureInfo.InvariantCulture) : known is null || known.ContainsKey(value)
            ? value
            : known.FirstOrDefault(pair => pair.Value.Equals(value, StringComparison.OrdinalIgnoreCase)).Key ?? value)];
    }
}
