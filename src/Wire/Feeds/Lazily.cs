namespace Wireroom.Wire.Feeds;

/// <summary>A list that most items leave empty, without a copy of the same value.</summary>
internal sealed class Lazily<T>
{
    private List<T>? values;

    internal IReadOnlyList<T> Values => values ?? (IReadOnlyList<T>)[];

    internal void Add(T value)
    {
        values ??= [];
        if (!values.Contains(value))
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
        }
        else
        {
            Add(value);
        }
    }
}
