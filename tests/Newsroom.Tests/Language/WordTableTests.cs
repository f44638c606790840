using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Newsroom.Tests.WhoSays;

public sealed class WordTableTests
{
    [Fact]
    public void What_was_written_is_found_again()
    {
        var values = Enumerable.Range(1, 5000).ToDictionary(at => (uint)at * 858_993, at => (ushort)(at + 1));
        var table = WordTable.Read(WordTable.Write(values));
        Assert.All(values, value => Assert.Equal(value.Value, table.Of(value.Key)));
        Assert.Equal(0, table.Of(17));
        Assert.Equal(0, table.Of(uint.MaxValue));
    }

    [Fact]
    public void Other_bytes_are_refused()
    {
        var bytes = WordTable.Write(new Dictionary<uint, ushort> { [1] = 2 });
        Assert.Throws<InvalidDataException>(() => WordTable.Read(bytes.AsSpan(0, bytes.Length - 1)));
        Assert.Throws<InvalidDataException>(() => WordTable.Read([1, 2, 3, 4, 5, 6, 7, 8]));
        Assert.Throws<InvalidDataException>(() => WordTable.Read([]));
    }

    [Theory]
    [InlineData("monday", "thursday")]
    [InlineData("percent", "shares")]
    [InlineData("leg", "knee")]
    public void Words_of_like_use_share_a_cluster(string one, string other)
    {
        Assert.NotEqual(0, WordClusters.Of(Hashing.Word(one)));
        Assert.Equal(WordClusters.Of(Hashing.Word(one)), WordClusters.Of(Hashing.Word(other)));
    }

    [Fact]
    public void A_word_of_no_cluster_has_no_family()
    {
        Assert.Equal(0, WordClusters.Of(Hashing.Word("xqzzkt")));
        Assert.Equal(0ul, WordClusters.FamilyOf(0));
        Assert.InRange(WordClusters.FamilyOf(WordClusters.Of(Hashing.Word("knee"))), 1ul, (ulong)WordClusters.Families);
    }
}
