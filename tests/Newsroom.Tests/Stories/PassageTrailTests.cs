using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Stories;

/// <summary>A passage goes along with the text around it.</summary>
public sealed class PassageTrailTests
{
    private const string Was = "The ferry ran aground off Vis on Monday.\nNobody was hurt, the harbour master said.\nIt carried 40 people.";

    [Theory]
    [InlineData("Late on Monday the ferry ran aground off Vis.\nNobody was hurt, the harbour master said.\nIt carried 40 people.", "the harbour master said", "the harbour master said")] // changed elsewhere
    [InlineData("The mayor spoke.\nThe ferry ran aground off Vis on Monday.\nNobody was hurt, the harbour master said.\nIt carried 40 people.", "harbour master", "harbour master")] // a line before
    [InlineData("The ferry ran aground off Vis on Monday.\nNobody was hurt, the acting harbour master himself said.\nIt carried 40 people.", "the harbour master said", "the acting harbour master himself said")] // written into
    [InlineData("The ferry ran aground off Vis on Monday.\nNobody was hurt, the master said.\nIt carried 40 people.", "the harbour master said", "the master said")] // shortened
    [InlineData("Nobody was hurt, the harbour master said.\nThe ferry ran aground off Vis on Monday.\nIt carried 40 people.", "Nobody was hurt, the harbour master said.", "Nobody was hurt, the harbour master said.")] // moved
    [InlineData("The ferry ran aground off Vis on Monday.\nNobody was hurt, the harbour master said. It carried 40 people.", "harbour master said.\nIt carried", "harbour master said. It carried")] // over two lines that were joined
    [InlineData("The ferry ran aground off Vis on Monday.\nIt carried 40 people.", "the harbour master said", null)] // deleted
    [InlineData("The ferry ran aground off Vis on Monday.\nA hundred were hurt, police in the town tell.\nIt carried 40 people.", "Nobody was hurt, the harbour master said.", null)] // another sentence
    [InlineData("", "harbour master", null)]
    public void The_passage_is_where_its_words_are(string now, string passage, string? expected)
    {
        var start = Was.IndexOf(passage, StringComparison.Ordinal);
        Assert.Equal(expected, PassageTrail.Follow(Was, now, new Stretch(start, start + passage.Length))?.Of(now));
    }

    [Fact]
    public void Of_two_same_words_the_one_that_was_meant_stays()
    {
        const string Twice = "The mayor spoke. The mayor left.";
        var second = Twice.LastIndexOf("The mayor", StringComparison.Ordinal);
        const string Now = "On Monday the mayor came. The mayor spoke. The mayor left.";
        Assert.Equal(Now.LastIndexOf("The mayor", StringComparison.Ordinal), PassageTrail.Follow(Twice, Now, new Stretch(second, second + 9))?.Start);
        Assert.Equal(second, PassageTrail.Find(Twice, "The mayor", second + 3)?.Start);
        Assert.Null(PassageTrail.Find(Twice, "left", 0)); // a few letters, elsewhere
    }

    [Fact]
    public void Lines_without_words_count_nowhere() =>
        Assert.Equal("One\nTwo\nthree\nhe said", PassageTrail.TextOf(
            [new Paragraph(RichText.Of("One")), new Paragraph(RichText.Of(" ")), new BulletList(false, [RichText.Of("Two"), RichText.Of("three")]), new PictureBlock(Picture.Gone with { Caption = "no" }), new Quote([RichText.Of("")], "he said")]));
}
