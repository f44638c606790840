namespace Wireroom.Wire.Tests.NinJs;

/// <summary>IPTC's own examples: each is recognised and read without a loss of what an item carries, and written and read again.</summary>
public sealed class NinJsExamplesTests(ITestOutputHelper output)
{
    public static TheoryData<string> Editions => ["1.4", "2.1", "2.1/schema-extension", "3.0", "3.0/collection"];

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_example_of_an_edition_is_read_whole(string edition)
    {
        var files = Directory.GetFiles(Path.Combine(Shared.Folder("iptc/ninjs"), "examples", edition), "*.json").Where(file => !file.EndsWith("-schema.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            Assert.Equal("ninjs", WireFormats.Recognise(bytes, whole: true)?.Name);
            var document = AssertWire.Read(bytes, "ninjs");
            Assert.NotEmpty(document.Items);
            Assert.All(document.Faults, fault => Assert.NotEqual(WireFaultKind.Unreadable, fault.Kind));
            Assert.All(document.Items, item => Assert.True(item.Guid is not null && (item.Headline ?? item.Standfirst) is not null, file));
            Assert.All(document.Items, item => NinJsLine.AssertSaysAll(item, file));
            foreach (var format in (string[])["ninjs", "ninjs2"])
            {
                AssertWire.RoundTrip(document, format);
                NinJsSchema.AssertAccepts(AssertWire.Write(document.Items, format, out _), format == "ninjs" ? "3.1" : "2.1");
            }

            output.WriteLine($"{Path.GetFileName(file)}: {document.Items.Count} items, {document.Faults.Count} faults, dropped {string.Join(", ", document.Items.SelectMany(item => item.Dropped).Select(dropped => dropped.Name).Distinct())}");
        }
    }

    [Fact]
    public void Every_fixture_is_written_as_the_schema_wants_it()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            if (WireFormats.Recognise(bytes, whole: true)?.Name is "rss" or "atom" or "ninjs" or "jsonfeed")
            {
                var items = AssertWire.Read(bytes, WireFormats.Recognise(bytes, whole: true)!.Name).Items;
                NinJsSchema.AssertAccepts(AssertWire.Write(items, "ninjs", out _), "3.1");
                NinJsSchema.AssertAccepts(AssertWire.Write(items, "ninjs2", out _), "2.1");
            }
        }
    }

    [Theory]
    [InlineData("""{"uri":"a:b","wireroom":{}}""")]
    [InlineData("""{"type":"text"}""")]
    [InlineData("""{"uri":"a:b","urgency":10}""")]
    [InlineData("""{"uri":"a:b","pubStatus":"killed"}""")]
    public void The_check_against_the_schema_fails_where_it_should(string wrong) =>
        Assert.NotEmpty(NinJsSchema.Complaints(System.Text.Encoding.UTF8.GetBytes(wrong), "3.1"));
}
