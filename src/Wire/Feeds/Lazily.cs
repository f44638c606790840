namespace Wireroom.Wire.Feeds;

/// <summary>A list that most items leave empty, without a copy of the same value.</summary>
internal sealed class Lazily<T>
{
    // From here on a list of values is searched by their hashes.
    private const int Many = 64;

    private List<T>? values;
    private HashSet<T>? known;

    internal IReadOnlyList<T> Values => values ?? (IReadOnlyList<T>)[];

    internal void Add(T value)
    {
        values ??= [];
        if (known is null && values.Count == Many)
        {
            known = [.. values];
        }

        if (known is null ? !values.Contains(value) : known.Add(value))
        {
            values.Add(value);
        }
    }

    /// <summary>Puts a value in the place of an earlier one, or at the end where there is none.</summary>
    internal void Replace(T? earlier, T value)
    {
        var at = earlier is null ? -1 : values?.IndexOf(earlier) ?? -1;
        if (at >= 0)
        {
            values![at] = value;
            known?.Add(value);
        }
        else
        {
            Add(value);
        }
    }
}
