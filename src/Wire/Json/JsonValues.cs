using System.Globalization;
using System.Text.Json;

namespace Wireroom.Wire.Json;

/// <summary>Values of JSON as senders write them: numbers as texts, one value where a list is meant.</summary>
internal static class JsonValues
{
    /// <summary>The text, trimmed, of a text or number; null where there is none.</summary>
    internal static string? Text(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString()?.Trim() is { Length: > 0 } text => text,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    /// <summary>The property of that name, whatever its case; an undefined value where there is none.</summary>
    internal static JsonElement Of(this JsonElement value, string name)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return property.Value;
                }
            }
        }

        return default;
    }

    internal static string? TextOf(this JsonElement value, string name) => value.Of(name).Text();

    /// <summary>The values of a list; one value alone counts as a list of one.</summary>
    internal static IEnumerable<JsonElement> Each(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        _ => [value],
    };

    internal static long? Whole(this JsonElement value) => value.Number() is { } number && number == Math.Floor(number) && Math.Abs(number) < 1e15 ? (long)number : null;

    internal static double? Number(this JsonElement value) =>
        double.TryParse(value.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    internal static int? Pixels(this JsonElement value) => value.Whole() is { } whole and > 0 and <= int.MaxValue ? (int)whole : null;
}
