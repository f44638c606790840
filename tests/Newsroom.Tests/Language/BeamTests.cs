using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Newsroom.Tests.WhoSays;

public sealed class BeamTests
{
    private static readonly string[] TagNames = ["NN", "VBD", ","];

    [Theory]
    [InlineData(1, 1000, 1)]
    [InlineData(4, 1000, 4)]
    [InlineData(4, 0, 1)]
    public void As_many_are_followed_as_may_be_and_none_that_lies_too_far_behind(int width, int reach, int most)
    {
        var beam = Beam(width, reach, out var sentence, 6);
        var open = 0;
        for (var step = 0; step < sentence.Count * 2; step++)
        {
            beam.Step(width);
            open = Math.Max(open, beam.Open.Length);
        }

        Assert.Equal(most, open);
    }

    [Fact]
    public void Every_word_gets_one_head_and_the_marks_none()
    {
        var beam = Beam(4, 1000, out var sentence, 7);
        Assert.Equal(6, sentence.Count);
        for (var step = 0; step < sentence.Count * 2; step++)
            beam.Step(4);
        foreach (var state in beam.Open)
        {
            Assert.True(state.Done);
            Assert.All(Enumerable.Range(1, sentence.Count), word => Assert.InRange(state.Heads[word], 1, sentence.Count + 1));
        }

        // Best first, and what a parse scored is what its moves scored.
        for (var at = 1; at < beam.Open.Length; at++)
            Assert.True(beam.Open[at - 1].Score >= beam.Open[at].Score);
    }

    [Fact]
    public void Several_side_by_side_find_parses_that_score_more_than_one_alone()
    {
        Assert.True(Total(4) > Total(1), $"{Total(4)} and {Total(1)}");

        static long Total(int width)
        {
            var total = 0L;
            for (var tokens = 4; tokens < 24; tokens++)
            {
                var beam = Beam(width, 1000, out var sentence, tokens);
                for (var step = 0; step < sentence.Count * 2; step++)
                    beam.Step(width);
                total += beam.Open[0].Score;
            }

            return total;
        }
    }

    private static Beam<Scores> Beam(int width, int reach, out ParseSentence sentence, int tokens)
    {
        sentence = new ParseSentence();
        // The last token but one is a comma where there are seven.
        sentence.Fill([.. Enumerable.Range(0, tokens).Select(at => new Token(at * 2, at * 2 + 1, (uint)at))], [.. Enumerable.Range(0, tokens).Select(at => (byte)(tokens == 7 && at == 5 ? 2 : at % 2))], TagNames);
        var beam = new Beam<Scores>(default, width, reach);
        beam.Begin(sentence);
        return beam;
    }

    /// <summary>Scores by the features alone, whatever they stand for.</summary>
    private readonly struct Scores : IParseScores
    {
        public (int Left, int Right) Moves(ReadOnlySpan<uint> features) => ((int)(features[1] % 7) - 3, (int)(features[4] % 9) - 4);

        public byte Label(ReadOnlySpan<uint> features) => (byte)(features[3] % 5);
    }
}
