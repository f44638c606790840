using System.Text;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Tests.NewsMl1;

public sealed class NewsMl1WriterTests
{
    public static TheoryData<string, string> Fixtures => new(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "*", SearchOption.AllDirectories)
        .Select(file => (Name: Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "Fixtures"), file), Format: WireFormats.Recognise(File.ReadAllBytes(file), whole: true)?.Name))
        .Where(pair => pair.Format is "newsml-1" or "nitf" or "ninjs" or "ninjs2" or "rss" or "atom" or "jsonfeed" or "wxr" or "iptc7901" or "anpa1312" or "page")
        .Select(pair => (pair.Name, pair.Format!)));

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Whatever_is_written_has_the_structure_and_comes_back_but_for_what_is_said_to_be_lost(string fixture, string format)
    {
        var document = AssertWire.Read(AssertWire.Fixture(fixture), format);
        Assert.Empty(NewsMl1Structure.Faults(AssertWire.Write(document.Items, "newsml-1", out _)));
        AssertWire.RoundTrip(document, "newsml-1");
    }

    [Theory]
    [InlineData("newsml1/northgate-embargo.xml", "")]
    [InlineData("newsml1/littoral-text.xml", "")]
    [InlineData("newsml1/littoral-photo.xml", "located")]
    [InlineData("newsml1/hokkaido-1.0.xml", "")]
    [InlineData("newsml1/kill.xml", "")]
    [InlineData("newsml1/cantabria-two.xml", "subjects")]
    [InlineData("newsml1/adria-multimedia.xml", "")]
    public void Of_its_own_kind_next_to_nothing_is_lost(string fixture, string lost)
    {
        AssertWire.Write(AssertWire.Read(AssertWire.Fixture(fixture), "newsml-1").Items, "newsml-1", out var losses);
        Assert.Equal(lost, string.Join(' ', losses.Select(loss => loss.Code["lost-".Length..]).Distinct()));
    }

    [Fact]
    public void Kills_holds_and_embargoes_are_said()
    {
        var time = new DateTimeOffset(2026, 11, 27, 7, 0, 0, TimeSpan.Zero);
        WireItem[] items =
        [
            Item("kill") with { Signal = WireSignal.Withdrawal, PubStatus = "canceled" },
            Item("hold") with { Signal = WireSignal.Hold, PubStatus = "withheld" },
            Item("embargo") with { Embargo = new WireEmbargo("when the bell rings at 7", time) },
        ];
        var text = Encoding.UTF8.GetString(AssertWire.Write(items, "newsml-1", out var losses));
        Assert.DoesNotContain(losses, loss => loss.Code is "lost-signal" or "lost-embargo" or "lost-pub-status");
        Assert.Contains("<Status FormalName=\"Canceled\" />", text, StringComparison.Ordinal);
        Assert.Contains("<Status FormalName=\"Withheld\" />", text, StringComparison.Ordinal);
        Assert.Contains("<Status FormalName=\"Embargoed\" />", text, StringComparison.Ordinal);
        Assert.Contains("<DateAndTime>20261127T070000+0000</DateAndTime>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_embargo_that_is_no_time_is_refused_and_what_is_left_holds_no_news()
    {
        var written = AssertWire.Write([Item("x") with { Embargo = new WireEmbargo("until the vote", null) }], "newsml-1", out var losses);
        Assert.Equal("refused-embargo", Assert.Single(losses).Code);
        Assert.Empty(NewsMl1Structure.Faults(written));
        Assert.Empty(AssertWire.Read(written, "newsml-1").Items);
    }

    [Fact]
    public void The_copy_is_xhtml()
    {
        var body = HtmlBody.Read("<p>One<br>two &amp; <b>three</b></p><figure><img src=\"https://a.example/1.jpg\" alt=\"\"><figcaption>C</figcaption></figure><pre>\n  a  b</pre>");
        var item = Item("x") with { Body = body };
        Assert.Equal(HtmlBody.Write(body), HtmlBody.Write(AssertWire.Read(AssertWire.Write([item], "newsml-1", out _), "newsml-1").Items[0].Body));
    }

    [Fact]
    public void The_structure_test_finds_what_is_wrong() =>
        Assert.Equal(2, NewsMl1Structure.Faults("<NewsML Version='1.2'><NewsItem/><NewsEnvelope><DateAndTime/></NewsEnvelope></NewsML>"u8.ToArray()).Count);

    private static WireItem Item(string headline) => new() { Format = "newsml-1", Guid = $"urn:newsml:a.example:20261126:{headline}:1", Version = 1, Headlines = [new WireText(headline)] };
}
