using Wireroom.Language.Tagging;

namespace Wireroom.Newsroom.Tests.WhoSays;

public sealed class MoveWeightsTests
{
    // By move: a shift has no weight, for it stands at 0.
    private static readonly (uint, (byte, float)[])[] Rows =
    [
        (0x10000001u, [(1, 4f), (2, -4f)]),
        (0x20000003u, [(1, 1f)]),
        (0x30000005u, [(2, 9f)]),
        (0x40000007u, [(1, 0.1f)]),
    ];

    [Fact]
    public void What_the_features_say_for_an_arc_adds_up()
    {
        var weights = MoveWeights.Read(MoveWeights.Write(Rows, 4));
        var (left, right) = weights.Score([0x10000001u]);
        Assert.True(left > 0 && right == -left);
        Assert.Equal((left + weights.Score([0x20000003u]).Left, right), weights.Score([0x10000001u, 0x20000003u]));
        Assert.True(weights.Score([0x30000005u]).Right > left);
        // What it has never seen speaks for nothing.
        Assert.Equal((0, 0), weights.Score([0x99999999u]));
    }

    [Fact]
    public void The_quietest_features_are_left_out()
    {
        var weights = MoveWeights.Read(MoveWeights.Write(Rows, 3));
        Assert.Equal((0, 0), weights.Score([0x40000007u]));
        Assert.NotEqual((0, 0), weights.Score([0x20000003u]));
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
