namespace Wireroom.Wire.ICalendar;

/// <summary>A property of a component: its name in capitals, its parameters in order, its value as sent, and the line on which it begins, from 1.</summary>
internal sealed record ContentLine(string Name, IReadOnlyList<(string Name, string Value)> Parameters, string Value, int Line)
{
    /// <summary>The value of a parameter; null where it has none.</summary>
    internal string? this[string parameter]
    {
        get
        {
            foreach (var (name, value) in Parameters)
            {
                if (name == parameter)
                {
                    return value.Length == 0 ? null : value;
                }
            }

            return null;
        }
    }

    /// <summary>The value as text, escapes resolved (RFC 5545, section 3.3.11), trimmed; null where it is blank.</summary>
    internal string? Text => Unescaped(Value).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The texts of a list, parted by commas.</summary>
    internal IEnumerable<string> Texts => Split(Value, ',').Select(part => Unescaped(part).Trim()).Where(part => part.Length > 0);

    /// <summary>A text cut at a character that no backslash stands before.</summary>
    internal static List<string> Split(string value, char at)
    {
        var parts = new List<string>();
        var from = 0;
        for (var place = 0; place < value.Length; place++)
        {
            if (value[place] == '\\')
            {
                place++;
            }
            else if (value[place] == at)
            {
                parts.Add(value[from..place]);
                from = place + 1;
            }
        }

        parts.Add(value[Math.Min(from, value.Length)..]);
        return parts;
    }

    private static string Unescaped(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
        {
            return value;
        }

        var text = new System.Text.StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] != '\\' || at + 1 == value.Length)
            {
                text.Append(value[at]);
                continue;
            }

            at++;
            text.Append(value[at] switch { 'n' or 'N' => "\n", '\\' or ',' or ';' or ':' or '"' => value[at].ToString(), var other => $"\\{other}" });
        }

        return text.ToString();
    }
}

/// <summary>A component with its properties and what is nested in it.</summary>
internal sealed class CalendarComponent(string name, int line)
{
    internal string Name { get; } = name;

    internal int Line { get; } = line;

    internal List<ContentLine> Properties { get; } = [];

    internal List<CalendarComponent> Components { get; } = [];

    /// <summary>The first property of that name, or null.</summary>
    internal ContentLine? this[string property] => Properties.Find(line => line.Name == property);

    internal IEnumerable<ContentLine> All(string property) => Properties.Where(line => line.Name == property);
}
