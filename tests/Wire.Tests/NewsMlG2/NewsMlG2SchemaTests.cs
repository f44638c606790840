using System.Text;

namespace Wireroom.Wire.Tests.NewsMlG2;

/// <summary>What is written against IPTC's own schema.</summary>
public sealed class NewsMlG2SchemaTests
{
    [Fact]
    public void Every_fixture_of_every_format_is_written_as_the_schema_wants_it_and_comes_back()
    {
        var schema = Schema();
        var count = 0;
        foreach (var (file, item) in XmlSchemas.FixtureItems())
        {
            var written = AssertWire.Write([item], "newsml-g2", out _);
            var complaints = schema.Complaints(written);
            Assert.True(complaints.Count == 0, $"{file}: {string.Join('\n', complaints)}\n{Encoding.UTF8.GetString(written)}");
            var document = new WireDocument();
            document.Take(item);
            AssertWire.RoundTrip(document, "newsml-g2");
            count++;
        }

        Assert.True(count > 40);
    }

    [Fact]
    public void A_message_of_several_items_is_as_the_schema_wants_it()
    {
        var items = XmlSchemas.FixtureItems().Select(pair => pair.Item).ToList();
        var written = AssertWire.Write(items, "newsml-g2", out var losses);
        Assert.Empty(Schema().Complaints(written));
        Assert.Equal(items.Count - losses.Count(fault => fault.Code.StartsWith("refused-", StringComparison.Ordinal)), AssertWire.Read(written, "newsml-g2").Items.Count);
    }

    [Theory]
    [InlineData("<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\"/>")]
    [InlineData("<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"a\" standard=\"NewsML-G2\" standardversion=\"2.35\"><itemMeta><itemClass qcode=\"ninat:text\"/></itemMeta></newsItem>")]
    [InlineData("<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header/><itemSet/></newsMessage>")]
    public void The_check_against_the_schema_fails_where_it_should(string wrong) => Assert.NotEmpty(Schema().Complaints(Encoding.UTF8.GetBytes(wrong)));

    private static XmlSchemas Schema() => new("iptc/newsml-g2", "specification/NewsML-G2_2.35-spec-All-Power.xsd", isWhole: false);
}
