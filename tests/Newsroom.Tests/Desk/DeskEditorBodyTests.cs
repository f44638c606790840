using Wireroom.Newsroom.Desk.Editor;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Desk;

public sealed class DeskEditorBodyTests
{
    [Fact]
    public void Every_kind_of_block_comes_back_as_it_went()
    {
        var file = new string('a', 40) + ".gif";
        Block[] body =
        [
            new Paragraph(new RichText([new Run("The "), new Run("dam", RunStyle.Bold | RunStyle.Italic), new Run(" gave way", RunStyle.None, "https://courier.example/dam"), new Run("2", RunStyle.Superscript)])),
            new Heading(RichText.Of("What is known"), 3),
            new Quote([RichText.Of("We heard it."), RichText.Of("Then we saw it.")], "Katija Simunčić"),
            new BulletList(true, [RichText.Of("one"), RichText.Of("two")]),
            new Table([[new Cell("Town", true, 2), new Cell("Level", true)], [new Cell("Mostar"), new Cell("4.1"), new Cell("m", false, 1, 2)]], "Levels"),
            new Preformatted("1  Hajduk   42\n2  Rijeka   40\tx"),
            new PictureBlock(new Picture(file, "The dam", "A broken wall", "Ana Marić", 640, 480, new Rights("One use", "Courier", "", new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)))),
            new PictureBlock(new Picture("", "Announced", "", "")),
            new Embed("https://video.example/1", "The wave"),
        ];
        var (read, fault) = EditorBody.Read(EditorJson.Of(body));
        Assert.Null(fault);
        Assert.Equal(EditorJson.Of(body), EditorJson.Of(read));
        Assert.Equal(body.Select(block => block.GetType()), read.Select(block => block.GetType()));
        Assert.Equal(body.OfType<PictureBlock>(), read.OfType<PictureBlock>());
    }

    [Theory]
    [InlineData("", "did not arrive whole")]
    [InlineData("{}", "not a list")]
    [InlineData("[1]", "Block 1 is no block")]
    [InlineData("[{\"kind\":\"script\",\"text\":\"x\"}]", "unknown kind")]
    [InlineData("[{\"kind\":\"paragraph\",\"text\":[{\"t\":\"x\",\"href\":\"javascript:alert(1)\"}]}]", "has a link that is not")]
    [InlineData("[{\"kind\":\"embed\",\"href\":\"data:text/html,x\",\"title\":\"\"}]", "has a link that is not")]
    [InlineData("[{\"kind\":\"embed\",\"href\":\"/relative\",\"title\":\"\"}]", "has a link that is not")]
    [InlineData("[{\"kind\":\"heading\",\"level\":1,\"text\":[]}]", "from 2 to 4")]
    [InlineData("[{\"kind\":\"paragraph\"}]", "has no \"text\"")]
    [InlineData("[{\"kind\":\"paragraph\",\"text\":\"words\"}]", "where a list belongs")]
    [InlineData("[{\"kind\":\"picture\",\"file\":\"../../wireroom.db\",\"caption\":\"\",\"alt\":\"\",\"credit\":\"\",\"width\":1,\"height\":1}]", "a picture that is not ours")]
    public void What_does_not_fit_is_refused_and_named(string json, string says)
    {
        var (body, fault) = EditorBody.Read(json);
        Assert.Empty(body);
        Assert.Contains(says, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_much_is_refused()
    {
        Assert.Contains("2000 blocks", EditorBody.Read("[" + string.Join(',', Enumerable.Repeat("{\"kind\":\"paragraph\",\"text\":[]}", 2001)) + "]").Fault, StringComparison.Ordinal);
        Assert.Contains("500000 characters", EditorBody.Read($"[{{\"kind\":\"preformatted\",\"text\":\"{new string('x', 500_001)}\"}}]").Fault, StringComparison.Ordinal);
        Assert.NotNull(EditorBody.Read(new string('[', 100_000)).Fault);
    }

    [Fact]
    public void Control_characters_and_halves_of_letters_do_not_come_in()
    {
        var (body, fault) = EditorBody.Read("[{\"kind\":\"paragraph\",\"text\":[{\"t\":\"a\\u0000b\\u0007c\\nd\"}]}]");
        Assert.Null(fault);
        Assert.Equal("abc d", ((Paragraph)body[0]).Text.Plain);
        Assert.Equal("x\uFFFDy", EditorBody.Clean("x\uD800y"));
    }

    [Fact]
    public void Runs_of_one_style_become_one()
    {
        var (body, _) = EditorBody.Read("[{\"kind\":\"paragraph\",\"text\":[{\"t\":\"a\",\"b\":true},{\"t\":\"\"},{\"t\":\"b\",\"b\":true},{\"t\":\"c\"}]}]");
        Assert.Equal(new RichText([new Run("ab", RunStyle.Bold), new Run("c")]), ((Paragraph)body[0]).Text);
    }
}
