using Wireroom.Language;
using Wireroom.Language.Attribution;

namespace Wireroom.Newsroom.Tests.WhoSays;

/// <summary>Copy cut off anywhere and with words put in where they do not belong: a ledger is read all the same, and stays inside the text.</summary>
public sealed class DamagedCopyTests
{
    private static readonly string[] Intruders =
        ["said", "says", "according to", "that", "as", "“", "”", "\"", ",", "told", "who", "quoted by", "even", "a", "when", "—", "(", ")", ":", "adding", "the", "Doe", ".", "\n", "though", "and", "say", "claims", "''"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_ledger_is_read_of_any_copy(int seed)
    {
        var random = new Random(seed);
        var stories = new[] { "looked-at.txt", "kept-apart.txt" }
            .SelectMany(file => File.ReadAllText(Path.Combine(Repository.Root, "tests/Newsroom.Tests/Language/Statements", file)).Split("\n---\n"))
            .Select(story => string.Join('\n', story.Split('\n').Where(line => line.Length > 0 && line[0] is not ('=' or '#'))))
            .ToList();
        var found = 0;
        for (var number = 0; number < 1500; number++)
        {
            var story = stories[random.Next(stories.Count)];
            var first = random.Next(story.Length);
            var words = story[first..Math.Min(story.Length, first + random.Next(10, 700))].Split(' ').ToList();
            for (var more = random.Next(5); more > 0; more--)
                words.Insert(random.Next(words.Count + 1), Intruders[random.Next(Intruders.Length)]);
            var text = string.Join(' ', words.Take(random.Next(1, words.Count + 1)));
            var ledger = LedgerReader.Read(new Passage(text, "en"), allCues: number % 2 == 0);
            found += ledger.Statements.Count;
            foreach (var span in ledger.Statements.SelectMany(statement => statement.Cue.Concat(statement.SourceSpans).Concat(statement.Content)))
                Assert.True(span.Start >= 0 && span.Start < span.End && span.End <= text.Length, $"{span.Start}–{span.End} in: {text}");
        }

        Assert.InRange(found, 500, int.MaxValue);
    }

    [Theory]
    [InlineData("denied the claims of the council about ")]
    [InlineData("announced plans to move ")]
    [InlineData("called for ")]
    public void A_list_without_end_is_read(string verb)
    {
        var ledger = LedgerReader.Read(new Passage($"The minister in Split {verb}{string.Join(", ", Enumerable.Range(0, 50_000).Select(number => "the water" + number))} and the dam.", "en"), allCues: true);
        Assert.NotEmpty(ledger.Statements);
    }

    [Theory]
    [InlineData(" but added the water rose")]
    [InlineData(" and told the crowd he waited")]
    [InlineData(", saying he knew it")]
    [InlineData(", he said, adding that the water rose")]
    [InlineData(" before claiming she said it rose")]
    [InlineData(" that the guards said broke")]
    public void A_sentence_in_which_somebody_says_one_thing_after_another_is_read(string again)
    {
        var ledger = LedgerReader.Read(new Passage($"The minister in Split said the dam held{string.Concat(Enumerable.Range(0, 2_000).Select(_ => again))}.", "en"));
        Assert.NotEmpty(ledger.Statements);
    }
}
