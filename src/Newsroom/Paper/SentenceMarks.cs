using Wireroom.Language;
using Wireroom.Language.Attribution;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Paper;

/// <summary>A sentence to be marked in the copy: its number in the page, and where it stands in the text of its part.</summary>
public readonly record struct Mark(int Number, int Start, int End);

/// <summary>
/// The sentences of a copy in which somebody says something, each with a number that the page's link and the ledger's entry share: <c>#said-3</c>.
/// </summary>
public sealed class SentenceMarks
{
    private readonly Dictionary<(int Block, int Part), List<Mark>> marks = [];
    private readonly Dictionary<Span, int> numbers = [];

    private SentenceMarks(CopyPassage passage, Ledger ledger)
    {
        foreach (var sentence in ledger.Statements.Select(statement => statement.Sentence).Distinct().OrderBy(sentence => sentence.Start))
        {
            if (passage.PlaceOf(sentence) is not { } place)
                continue;
            if (!marks.TryGetValue((place.Block, place.Part), out var there))
                marks[(place.Block, place.Part)] = there = [];
            // Two marks never lie in each other: markup has to nest.
            if (there.Count > 0 && there[^1].End > place.Span.Start)
            {
                numbers[sentence] = there[^1].Number;
                continue;
            }

            numbers[sentence] = numbers.Count + 1;
            there.Add(new Mark(numbers[sentence], place.Span.Start, place.Span.End));
        }
    }

    /// <summary>No sentence.</summary>
    public static SentenceMarks None { get; } = new(CopyPassage.Of(new Copy { Headline = "" }), Ledger.Silent);

    /// <summary>The marks of a copy with its ledger.</summary>
    public static SentenceMarks Of(CopyPassage passage, Ledger ledger) => new(passage, ledger);

    /// <summary>The marks in a part of a block, in order.</summary>
    public IReadOnlyList<Mark> In(int block, int part) => marks.TryGetValue((block, part), out var there) ? there : [];

    /// <summary>The number of the sentence of a statement; null where it stands above the body.</summary>
    public int? NumberOf(Statement statement) => numbers.TryGetValue(statement.Sentence, out var number) ? number : null;
}
