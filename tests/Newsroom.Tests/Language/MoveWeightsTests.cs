using Wireroom.Language.Tagging;

namespace Wireroom.Newsroom.Tests.WhoSays;

public sealed class MoveWeightsTests
{
    private static readonly (uint, (byte, float)[])[] Rows =
    [
        (0x10000001u, [(0, 4f), (1, 1f), (2, -4f)]),
        (0x20000003u, [(1, 3f)]),
        (0x30000005u, [(2, 9f)]),
        (0x40000007u, [(0, 0.1f)]),
    ];

    [Fact]
    public void The_best_move_is_that_of_the_largest_sum_among_the_allowed()
    {
        var weights = MoveWeights.Read(MoveWeights.Write(Rows, 4));
        Assert.Equal(ParseState.Shift, weights.Best([0x10000001u], 7));
        Assert.Equal(ParseState.Left, weights.Best([0x10000001u], 6));
        Assert.Equal(ParseState.Left, weights.Best([0x20000003u], 7));
        Assert.Equal(ParseState.Right, weights.Best([0x10000001u, 0x30000005u], 7));
        Assert.Equal(ParseState.Shift, weights.Best([0x30000005u, 0x20000003u], 1));
        // What it has never seen speaks for nothing, and the first allowed move is made.
        Assert.Equal(ParseState.Shift, weights.Best([0x99999999u], 7));
        Assert.Equal(ParseState.Left, weights.Best([0x99999999u], 6));
    }

    [Fact]
    public void The_quietest_features_are_left_out()
    {
        var weights = MoveWeights.Read(MoveWeights.Write(Rows, 3));
        Assert.Equal(ParseState.Right, weights.Best([0x30000005u, 0x40000007u], 7));
        Assert.Equal(ParseState.Left, weights.Best([0x40000007u, 0x20000003u], 7));
        Assert.Equal(MoveWeights.Write(Rows[..3], 3), MoveWeights.Write(Rows, 3));
    }

    [Fact]
    public void Other_bytes_are_refused()
    {
        var bytes = MoveWeights.Write(Rows, 4);
        Assert.Throws<InvalidDataException>(() => MoveWeights.Read(bytes.AsSpan(0, bytes.Length - 1)));
        Assert.Throws<InvalidDataException>(() => MoveWeights.Read([1, 2, 3, 4, 5, 6, 7, 8]));
        Assert.Throws<InvalidDataException>(() => MoveWeights.Read([]));
    }
}
