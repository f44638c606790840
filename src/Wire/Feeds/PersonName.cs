namespace Wireroom.Wire.Feeds;

/// <summary>Names of people as feeds write them.</summary>
internal static class PersonName
{
    /// <summary>The name in <c>desk@example.org (Ana Kovač)</c> or <c>Ana Kovač &lt;desk@example.org&gt;</c>; the address where there is no name.</summary>
    internal static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var trimmed = text.Trim();
        if (!trimmed.Contains('@', StringComparison.Ordinal))
        {
            return trimmed;
        }

        var open = trimmed.IndexOf('(', StringComparison.Ordinal);
        if (open >= 0)
        {
            var inside = trimmed[(open + 1)..].TrimEnd(')').Trim();
            var before = trimmed[..open].Trim();
            return inside.Contains('@', StringComparison.Ordinal) && before.Length > 0 ? before : inside.Length > 0 ? inside : before;
        }

        var words = trimmed.Split([' ', '<', '>', ','], StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join(' ', words.Where(word => !word.Contains('@', StringComparison.Ordinal))).Trim('"', ' ');
        return name.Length > 0 ? name : words.FirstOrDefault();
    }

    /// <summary>The mail address within the text, or null.</summary>
    internal static string? Mail(string? text) => text?.Split([' ', '<', '>', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => word.Contains('@', StringComparison.Ordinal));
}
