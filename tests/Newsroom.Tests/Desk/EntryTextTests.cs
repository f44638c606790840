using Wireroom.Newsroom.Desk.Live;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Desk;

public sealed class EntryTextTests
{
    [Fact]
    public void What_is_typed_in_haste_becomes_blocks()
    {
        var blocks = EntryText.Blocks("The bridge is closed.\r\nPolice say so: https://police.example/now.\n\n- one\n- two\n\n> We heard a bang.\n> — Ivo Kos, baker\n\n\u0007\n");
        var (paragraph, list, quote) = (Assert.IsType<Paragraph>(blocks[0]), Assert.IsType<BulletList>(blocks[1]), Assert.IsType<Quote>(blocks[2]));
        Assert.Equal(3, blocks.Count);
        Assert.Equal("The bridge is closed. Police say so: https://police.example/now.", paragraph.Text.Plain);
        Assert.Equal("https://police.example/now", paragraph.Text.Runs[1].Href);
        Assert.Equal(["one", "two"], list.Items.Select(item => item.Plain));
        Assert.Equal("Ivo Kos, baker", quote.Attribution);
        Assert.Equal("We heard a bang.", Assert.Single(quote.Paragraphs).Plain);
    }

    [Theory]
    [InlineData("One paragraph.")]
    [InlineData("One.\n\nTwo.")]
    [InlineData("- one\n- two")]
    [InlineData("> We heard it.\n> — Ivo Kos")]
    public void What_was_typed_stands_in_the_form_again(string typed) => Assert.Equal(typed, EntryText.Of(EntryText.Blocks(typed)));

    [Theory]
    [InlineData("")]
    [InlineData("  \n\n \t ")]
    public void Nothing_is_nothing(string typed) => Assert.Empty(EntryText.Blocks(typed));

    [Fact]
    public void A_minus_alone_and_an_angle_alone_lose_nothing()
    {
        Assert.IsType<Paragraph>(Assert.Single(EntryText.Blocks("- one\nand more")));
        Assert.IsType<Quote>(Assert.Single(EntryText.Blocks(">")));
    }
}
