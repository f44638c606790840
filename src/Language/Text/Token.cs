namespace Wireroom.Language.Text;

/// <summary>A word, a number, a mark or a clitic of a passage.</summary>
/// <param name="Start">First UTF-16 unit in the passage.</param>
/// <param name="End">The unit after the last.</param>
/// <param name="Word">Hash of its lower-case form, marks and numbers made alike (<see cref="Hashing"/>).</param>
internal readonly record struct Token(int Start, int End, uint Word)
{
    public Span Span => new(Start, End);
}
