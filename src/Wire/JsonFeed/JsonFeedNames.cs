using System.Text.Json;
using Wireroom.Wire.Html;
using Wireroom.Wire.Json;

namespace Wireroom.Wire.JsonFeed;

/// <summary>Authors of a feed or an item: <c>author</c> is one object (1.0), <c>authors</c> a list (1.1); some senders give bare names.</summary>
internal static class JsonFeedNames
{
    /// <summary>The names joined behind those known before, each once. What else is said of an author is dropped visibly.</summary>
    internal static string? Join(string? known, JsonElement value, string name, List<WireDropped> dropped)
    {
        var names = known is null ? [] : new List<string> { known };
        foreach (var author in value.Each())
        {
            var line = HtmlText.Line(author.Text() ?? author.TextOf("name"));
            if (line.Length > 0 && !names.Contains(line, StringComparer.Ordinal))
            {
                names.Add(line);
            }

            if (author.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in author.EnumerateObject().Where(property => !property.Name.Equals("name", StringComparison.OrdinalIgnoreCase)))
                {
                    dropped.Drop($"{name}.{property.Name}", property.Value);
                }
            }
        }

        return names.Count == 0 ? null : string.Join(", ", names);
    }

    internal static void Drop(this List<WireDropped> dropped, string name, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return;
        }

        var text = value.Text() ?? value.GetRawText();
        var said = new WireDropped(name, text.Length > 1000 ? text[..1000] + "\u2026" : text);
        if (!dropped.Contains(said))
        {
            dropped.Add(said);
        }
    }
}
