using System.Text.Json;
using Wireroom.Wire.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>Lists of an item while its properties are read.</summary>
internal sealed class NinJsDraft : WireDraft
{
    internal List<WireText> Headlines { get; } = [];

    internal List<string> Keywords { get; } = [];

    internal List<WireDropped> Dropped { get; } = [];

    internal List<NinJsText> Bodies { get; } = [];

    internal List<NinJsText> Descriptions { get; } = [];

    /// <summary>Those who made it, where they stand apart from the byline.</summary>
    internal List<string> Authors { get; } = [];

    internal string? Title { get; set; }

    /// <summary>The item with what the lists hold.</summary>
    internal WireItem Build(WireItem item) => Listed(item) with { Headlines = Headlines, Keywords = Keywords, Dropped = Dropped };

    internal void Drop(string name, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return;
        }

        var text = value.Text() ?? value.GetRawText();
        Dropped.Add(new WireDropped(name, text.Length > 1000 ? text[..1000] + "\u2026" : text));
    }

    /// <summary>Drops visibly every property of the object that was not read.</summary>
    internal void DropRest(string name, JsonElement value, params ReadOnlySpan<string> read)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in value.EnumerateObject())
        {
            var known = false;
            foreach (var one in read)
            {
                known |= one.Equals(property.Name, StringComparison.OrdinalIgnoreCase);
            }

            if (!known)
            {
                Drop($"{name}.{property.Name}", property.Value);
            }
        }
    }
}

/// <summary>A body, headline or description as sent: its role, its media type in lower case, its text.</summary>
internal readonly record struct NinJsText(string? Role, string? Type, string Value, int? WordCount);
