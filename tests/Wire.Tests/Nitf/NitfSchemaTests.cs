using System.Xml;
using System.Xml.Schema;

namespace Wireroom.Wire.Tests.Nitf;

/// <summary>What is written against IPTC's own schema.</summary>
public sealed class NitfSchemaTests
{
    [Fact]
    public void Every_fixture_of_every_format_is_written_as_the_schema_wants_it_and_comes_back()
    {
        var schema = Schema();
        var count = 0;
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            if (WireFormats.Recognise(bytes, whole: true) is not { Name: not ("page" or "capture") } format)
            {
                continue;
            }

            foreach (var item in AssertWire.Read(bytes, format.Name).Items)
            {
                var written = AssertWire.Write([item], "nitf", out _);
                var complaints = Complaints(written, schema);
                Assert.True(complaints.Count == 0, $"{Path.GetFileName(file)}: {string.Join('\n', complaints)}\n{System.Text.Encoding.UTF8.GetString(written)}");
                var document = new WireDocument();
                document.Take(item);
                AssertWire.RoundTrip(document, "nitf");
                count++;
            }
        }

        Assert.True(count > 20);
    }

    [Theory]
    [InlineData("<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"/>")]
    [InlineData("<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"><body><p/></body></nitf>")]
    [InlineData("<nitf><body/></nitf>")]
    public void The_check_against_the_schema_fails_where_it_should(string wrong) =>
        Assert.NotEmpty(Complaints(System.Text.Encoding.UTF8.GetBytes(wrong), Schema()));

    private static XmlSchemaSet Schema()
    {
        var folder = Path.Combine(Shared.Folder("iptc/newsml-g2"), "examples");
        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        using var reader = XmlReader.Create(Path.Combine(folder, "nitf-3-6.xsd"), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        set.Add(null, reader);
        set.Compile();
        return set;
    }

    private static List<string> Complaints(byte[] document, XmlSchemaSet schema)
    {
        var complaints = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schema, ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings };
        settings.ValidationEventHandler += (_, complaint) => complaints.Add(complaint.Message);
        using var reader = XmlReader.Create(new MemoryStream(document), settings);
        while (reader.Read())
        {
        }

        return complaints;
    }
}
