namespace Wireroom.Wire.Tests.Nitf;

/// <summary>What is written against IPTC's own schema.</summary>
public sealed class NitfSchemaTests
{
    [Fact]
    public void Every_fixture_of_every_format_is_written_as_the_schema_wants_it_and_comes_back()
    {
        var schema = Schema();
        var count = 0;
        foreach (var (file, item) in XmlSchemas.FixtureItems())
        {
            var written = AssertWire.Write([item], "nitf", out _);
            var complaints = schema.Complaints(written);
            Assert.True(complaints.Count == 0, $"{file}: {string.Join('\n', complaints)}\n{System.Text.Encoding.UTF8.GetString(written)}");
            var document = new WireDocument();
            document.Take(item);
            AssertWire.RoundTrip(document, "nitf");
            count++;
        }

        Assert.True(count > 20);
    }

    [Theory]
    [InlineData("<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"/>")]
    [InlineData("<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"><body><p/></body></nitf>")]
    [InlineData("<nitf><body/></nitf>")]
    public void The_check_against_the_schema_fails_where_it_should(string wrong) =>
        Assert.NotEmpty(Schema().Complaints(System.Text.Encoding.UTF8.GetBytes(wrong)));

    private static XmlSchemas Schema() => new("iptc/newsml-g2", "examples/nitf-3-6.xsd", isWhole: true);
}
