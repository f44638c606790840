namespace Wireroom.Wire.Tests.NewsMlG2;

/// <summary>IPTC's own examples: each file with its outcome, and values of many of them.</summary>
public sealed class NewsMlG2ExamplesTests
{
    // Fragments of documents, which are no items by themselves.
    private static readonly string[] Fragments = ["LISTING_7_", "LISTING_8_", "LISTING_9_", "LISTING_25_", "LISTING_28_"];

    private static readonly (string File, int Items, string Kinds, string[] Faults)[] Outcomes =
    [
        ("LISTING_1_", 1, "text", []), ("LISTING_2_", 1, "text", []), ("LISTING_3_", 1, "picture", []), ("LISTING_3A_", 1, "picture", []), ("LISTING_4_", 1, "video", []), ("LISTING_5_", 1, "video", ["charset-mismatch"]),
        ("LISTING_6_", 1, "package", []), ("LISTING_10_", 1, "concept", []), ("LISTING_11_", 1, "concept", []), ("LISTING_12_", 1, "vocabulary", []), ("LISTING_13_", 0, "", ["catalog-item"]), ("LISTING_14_", 1, "event", []),
        ("LISTING_15_", 2, "event event", []), ("LISTING_16_", 3, "event event event", []), ("LISTING_17_", 1, "planning", []), ("LISTING_18_", 1, "planning", []), ("LISTING_19_", 1, "planning", []), ("LISTING_20_", 1, "planning", []),
        ("LISTING_21_", 1, "text", []), ("LISTING_22_", 1, "text", []), ("LISTING_23_", 1, "package", []), ("LISTING_24_", 5, "package text text text text", []), ("LISTING_26_", 1, "picture", []), ("LISTING_27_", 1, "text", []), ("LISTING_29_", 1, "text", []),
        ("Receiver View", 1, "text", []), ("ap_metadata_example", 1, "video", []), ("facet-example.", 1, "text", []), ("facet-example-2", 1, "text", []), ("facet-example-3", 1, "text", []),
    ];

    [Fact]
    public void Every_example_has_its_outcome()
    {
        var files = Directory.GetFiles(Folder(), "*.xml").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(files.Count, Outcomes.Length + Fragments.Length);
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(Path.Combine(Folder(), file));
            var outcome = Outcomes.SingleOrDefault(one => file.StartsWith(one.File, StringComparison.Ordinal));
            if (outcome.File is null)
            {
                Assert.Contains(Fragments, fragment => file.StartsWith(fragment, StringComparison.Ordinal));
                Assert.NotEqual("newsml-g2", WireFormats.Recognise(bytes, whole: true)?.Name);
                continue;
            }

            Assert.Equal("newsml-g2", WireFormats.Recognise(bytes, whole: true)?.Name);
            var document = AssertWire.Read(bytes, "newsml-g2");
            TestContext.Current.TestOutputHelper?.WriteLine($"{file}: {document.Items.Count} items, faults: {string.Join(' ', document.Faults.Select(fault => fault.Code))}, dropped: {string.Join(' ', document.Items.SelectMany(item => item.Dropped).Select(dropped => dropped.Name).Distinct())}");
            Assert.Equal((file, outcome.Items, outcome.Kinds), (file, document.Items.Count, string.Join(' ', document.Items.Select(item => item.Kind))));
            Assert.Equal(outcome.Faults, document.Faults.Select(fault => fault.Code));
        }
    }

    [Fact]
    public void Every_example_is_written_and_read_again_and_is_as_the_schema_wants_it()
    {
        var schema = new XmlSchemas("iptc/newsml-g2", "specification/NewsML-G2_2.35-spec-All-Power.xsd", isWhole: false);
        foreach (var outcome in Outcomes.Where(outcome => outcome.Items > 0))
        {
            foreach (var item in Items(outcome.File))
            {
                var document = new WireDocument();
                document.Take(item);
                Assert.Empty(schema.Complaints(AssertWire.Write([item], "newsml-g2", out _)));
                AssertWire.RoundTrip(document, "newsml-g2");
            }
        }
    }

    [Fact]
    public void A_news_item_is_read_whole()
    {
        var item = Items("LISTING_1_")[0];
        Assert.Equal(("urn:newsml:acmenews.com:20161018:US-FINANCE-FED", 11L, WireSignal.Update, "US-Finance-Fed", "REUTERS", "Interview"), (item.Guid, item.Version, item.Signal, item.Slugline, item.Provider, item.Genre));
        Assert.Equal(new DateTimeOffset(2018, 10, 23, 12, 0, 0, TimeSpan.Zero), item.Embargo?.Until);
        Assert.Equal(new WirePlace("Berlin", "geo", "345678", Country: "Germany"), item.Located);
        Assert.Equal(new WireSubject("economy, business and finance", "medtop", "04000000"), item.Subjects[0]);
        Assert.Equal(["economy, business and finance"], item.Subjects[1].Parents);
        Assert.Equal(("Meredith Jameson", "byline"), (item.Byline, Assert.Single(item.Guessed)));
        Assert.Equal([new WireSubject("UK News Service", "svc", "uknews")], item.Services);
        Assert.Equal(new DateTimeOffset(2016, 10, 18, 11, 12, 0, TimeSpan.FromHours(-5)), item.ContentCreated?.Instant);
    }

    [Fact]
    public void Uri_attributes_say_the_same_as_qcodes()
    {
        var (qcodes, addresses) = (Items("LISTING_3_")[0], Items("LISTING_3A_")[0]);
        Assert.Equal(AssertWire.Outline(qcodes), AssertWire.Outline(addresses));
        Assert.Equal(["highRes", "web", "thumb"], addresses.Media.Select(file => file.Role));
    }

    [Fact]
    public void Films_have_their_renditions()
    {
        var item = Items("LISTING_4_")[0];
        Assert.Equal([("thumbnail", 110, null), ("dvd", 720, 69d), ("HD1080", 1920, 69d), ("HD720", 1280, 69d)], item.Media.Select(file => (file.Role, file.Width, file.Seconds)));
        Assert.StartsWith("- Amir Hussein", item.Standfirst, StringComparison.Ordinal);
        Assert.Equal(8, Items("LISTING_5_")[0].Media.Count(file => file.Role == "keyframe"));
        Assert.Equal(111d, Items("LISTING_5_")[0].Media[^1].Seconds);
    }

    [Fact]
    public void Assertions_name_and_place_what_is_only_mentioned()
    {
        var item = Items("ap_metadata_example")[0];
        Assert.Equal(("Keegan Murray", 30), (item.People[0].Name, item.People[0].Relevance));
        Assert.Equal(("Volkswagen AG", 95), (item.Organisations[0].Name, item.Organisations[0].Relevance));
        Assert.Equal(("Kentucky", -84.87762), (item.Places[0].Name, item.Places[0].Latitude));
        Assert.Contains(item.Dropped, dropped => dropped == new WireDropped("hasinstrument", "symbol=XETRA:VOW3"));
        Assert.Equal(new WirePlace("University City", Country: "United States"), Items("LISTING_26_")[0].Places[0]);
        Assert.Equal(new WireSubject("Acme Widget Sales Inc"), Items("LISTING_27_")[0].Organisations[0]);
    }

    [Fact]
    public void Events_and_plans_are_read_whole()
    {
        var first = Items("LISTING_15_")[0];
        Assert.Equal(("event:1234567", "IPTC Autumn Meeting 2018", "International Press Telecommunications Council"), (first.Guid, first.Headline, first.Event?.Organiser));
        Assert.Equal(new DateTimeOffset(2018, 10, 28, 9, 0, 0, TimeSpan.Zero), first.Event?.End?.Instant);
        Assert.Equal(["mdirector@ipct.org", "Michael Steidl, Managing Director", "http://www.iptc.org"], first.Event?.Contacts);
        Assert.Equal("FREQ=DAILY;BYDAY=TH,FR,SA", Items("LISTING_16_")[2].Event?.Recurrence);
        Assert.Equal(["text", "text", "picture"], Items("LISTING_18_")[0].Event?.Coverage.Select(coverage => coverage.Kind));
        Assert.Equal("Santa Claus", Items("LISTING_18_")[0].Event?.Coverage[1].AssignedTo);
        Assert.Equal(new WireLink("delivered", "tag:example.com,2008:ART-ENT-SRV:USA20081220098658", null, "Henry Robinson pictured today in New York"), Assert.Single(Items("LISTING_20_")[0].Links));
    }

    [Fact]
    public void Copy_is_nitf_or_xhtml_and_statistics_are_dropped_visibly()
    {
        Assert.Equal(("By Meredith Jameson", 2), (Items("LISTING_2_")[0].Byline, Items("LISTING_2_")[0].Body.Count));
        Assert.Equal(("Sports Network", 6), (Items("LISTING_22_")[0].Byline, Items("LISTING_22_")[0].Body.Count));
        Assert.Single(Items("facet-example-3")[0].Body);
        Assert.Contains(Items("LISTING_21_")[0].Dropped, dropped => dropped.Name == "inlinexml" && dropped.Value!.StartsWith("application/sportsml+xml", StringComparison.Ordinal));
        Assert.Contains(Items("LISTING_29_")[0].Dropped, dropped => dropped.Name == "hophistory");
    }

    private static string Folder() => Path.Combine(Shared.Folder("iptc/newsml-g2"), "examples");

    private static IReadOnlyList<WireItem> Items(string start) =>
        AssertWire.Read(File.ReadAllBytes(Directory.GetFiles(Folder(), "*.xml").Single(path => Path.GetFileName(path).StartsWith(start, StringComparison.Ordinal))), "newsml-g2").Items;
}
