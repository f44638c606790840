using System.Text;
using System.Text.Json;
using Wireroom.Wire.Html;
using Wireroom.Wire.NinJs;
using Wireroom.Wire.Topics;

namespace Wireroom.Wire.Tests.NinJs;

public sealed class NinJsTests
{
    [Theory]
    [InlineData("three-full.json", 1)]
    [InlineData("two-picture.json", 1)]
    [InlineData("one-text.json", 1)]
    [InlineData("kill.json", 1)]
    [InlineData("list-truncated.json", 3)]
    [InlineData("own-object.json", 1)]
    [InlineData("event.json", 1)]
    [InlineData("guid-dialect.json", 1)]
    [InlineData("item-envelope.json", 1)]
    [InlineData("editorial-system.json", 1)]
    public void Every_fixture_is_recognised_read_written_and_read_again(string fixture, int items)
    {
        var document = AssertWire.Whole("ninjs/" + fixture, "ninjs");
        Assert.Equal(items, document.Items.Count);
        AssertWire.RoundTrip(document, "ninjs2");
    }

    [Fact]
    public void An_item_of_3_1_is_read_whole()
    {
        var item = AssertWire.Whole("ninjs/three-full.json", "ninjs").Items[0];
        Assert.Equal(("https://lumen.example/items/20260303-0041", 3L, 3, "BIH-FLOOD/DAM"), (item.Guid, item.Version, item.Urgency, item.Slugline));
        Assert.Equal([new WireText("Dam at Višegrad holds"), new WireText("Dam holds", "short"), new WireText("Drina flood, third lead", "title")], item.Headlines);
        Assert.Equal(new WireEmbargo("2026-03-03T12:00:00+01:00", new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.FromHours(1))), item.Embargo);
        Assert.Equal(new WireRights("No archive use.", "Lumen Agency", "© Lumen Agency 2026"), item.Rights);
        Assert.Equal([new WireSubject("flood", "medtop", "20000151", 90), new WireSubject("region", "lumen", "reg")], item.Subjects);
        Assert.Equal(["Drina"], item.Keywords);
        Assert.Equal(("Lumen Agency", "Drina Power"), (item.Provider, Assert.Single(item.Sources)));
        Assert.Equal((43.782, 19.293), (item.Places[0].Latitude, item.Places[0].Longitude));
        Assert.Equal(["featured/large", "featured/thumbnail"], item.Media.Select(file => file.Role));
        Assert.All(item.Media, file => Assert.Equal(("https://lumen.example/pictures/881", "The dam at dawn.", "Lumen/G. Tadić"), (file.Guid, file.Caption, file.Credit)));
        Assert.Equal([new WireLink("follows", "https://lumen.example/items/20260302-0388", null, "Drina rises")], item.Links);
        Assert.Equal(212, item.WordCount);
        Assert.Equal("0041", item.Sequence);
        Assert.Equal(["events"], item.Dropped.Select(dropped => dropped.Name));
    }

    [Theory]
    [InlineData("""{"uri":"a:1","signals":[{"code":"D","scheme":"edStat"}]}""", WireSignal.Withdrawal)]
    [InlineData("""{"uri":"a:1","signals":["edStat:D"]}""", WireSignal.Withdrawal)]
    [InlineData("""{"uri":"a:1","signals":["D"]}""", WireSignal.New)]
    [InlineData("""{"uri":"a:1","signals":[{"qcode":"sig:update"},{"qcode":"sig:correction"}]}""", WireSignal.Correction)]
    public void A_signal_is_read_in_the_scheme_that_it_stands_in(string json, WireSignal signal) =>
        Assert.Equal(signal, AssertWire.Read(Encoding.UTF8.GetBytes(json), "ninjs").Items[0].Signal);

    [Fact]
    public void A_signal_that_says_embargoed_closes_the_item_until_a_time_is_found()
    {
        Assert.Equal(new WireEmbargo("Embargoed", null), AssertWire.Read("""{"uri":"a:1","signals":["Embargoed"]}"""u8.ToArray(), "ninjs").Items[0].Embargo);
        Assert.Equal(
            new DateTimeOffset(2026, 3, 3, 11, 0, 0, TimeSpan.Zero),
            AssertWire.Read("""{"uri":"a:1","signals":["Embargoed"],"embargoedUntil":"2026-03-03T11:00:00Z"}"""u8.ToArray(), "ninjs").Items[0].Embargo?.Until);
    }

    [Fact]
    public void A_uri_that_is_null_does_not_take_the_name_that_the_item_has()
    {
        var item = AssertWire.Read("""{"guid":"tag:desk.example,2026:7","uri":null,"headline":"Quay opens"}"""u8.ToArray(), "ninjs").Items[0];
        Assert.Equal("tag:desk.example,2026:7", item.Guid);
        Assert.Empty(item.AltIds);
    }

    [Theory]
    [InlineData("12:00 on Tuesday", "2026-03-03T12:00:00+01:00")] // words that are no time of their own: the time is written
    [InlineData("2026-03-03T11:00:00Z", "2026-03-03T11:00:00Z")]
    [InlineData("2026-03-03T12:00:00", "2026-03-03T12:00:00+01:00")] // sent without a zone, and read in the agency's
    public void An_embargo_is_written_as_it_was_sent_where_that_is_the_same_moment(string asSent, string written)
    {
        var item = new WireItem { Format = "ninjs", Guid = "a:1", Headlines = [new WireText("Quay opens")], Embargo = new WireEmbargo(asSent, new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.FromHours(1))) };
        var line = new MemoryStream();
        NinJsFormat.WriteExtended(item, line, new NinJsOrigin([]));
        Assert.Equal(written, JsonDocument.Parse(line.ToArray()).RootElement.GetProperty("embargoedUntil").GetString());
    }

    [Fact]
    public void What_an_editorial_system_says_beside_the_schema_has_its_place()
    {
        var item = AssertWire.Read(AssertWire.Fixture("ninjs/editorial-system.json"), "ninjs").Items[0];
        Assert.Equal((WireSignal.Correction, "Ines Carrow, Henry Glaser", "6", 21), (item.Signal, item.Byline, item.Priority, item.WordCount));
        Assert.Equal([new WireSubject("Article", null, "Article"), new WireSubject("Backgrounder", null, "Backgrounder")], item.Genres);
        Assert.Equal([new WireSubject("Domestic", null, "a"), new WireSubject("Features", null, "f")], item.Services);
        Assert.Equal(
            [new WireSubject("agriculture", "subj", "04001000") { Rel = "about" }, new WireSubject("tourism", "medtop", "20000570", 40) { Creator = "tagger", Confidence = 71 }, new WireSubject("Islands", "southern-desk", "islands")],
            item.Subjects);
        Assert.Equal(("The pans had been closed for two winters.", new WireText("Salt has been made on Pag since the tenth century.", "background")), (item.Standfirst, Assert.Single(item.Descriptions)));
        Assert.Equal([new WireAltId("guid", "tag:desk.southern.example:2026:newsml-17c2"), new WireAltId("itemid", "17c2")], item.AltIds);
        Assert.Equal(("2026-03-03T07:02:00+0000", "2026-03-02T19:45:00+0000", "0331"), (item.Created?.AsSent, item.ContentCreated?.AsSent, item.Sequence));
    }

    [Theory]
    [InlineData("teaser", "text", "teaser")]
    [InlineData("caption", "picture", "caption")]
    [InlineData("summary", "text", "summary")]
    public void A_description_is_printed_under_the_role_that_it_came_with(string role, string type, string printed)
    {
        var item = AssertWire.Read(Encoding.UTF8.GetBytes($$"""{"uri":"a:1","type":"{{type}}","pubStatus":"usable","descriptions":[{"role":"{{role}}","value":"It held."}]}"""), "ninjs").Items[0];
        Assert.Equal("It held.", item.Standfirst);
        var line = new MemoryStream();
        NinJsFormat.WriteExtended(item, line, new NinJsOrigin([]));
        var description = Assert.Single(JsonDocument.Parse(line.ToArray()).RootElement.GetProperty("descriptions").EnumerateArray());
        Assert.Equal(printed, description.GetProperty("role").GetString());
    }

    [Fact]
    public void A_time_is_printed_as_it_was_sent_where_it_was_sent_as_the_schema_wants_it()
    {
        var item = AssertWire.Read("""{"uri":"a:1","pubStatus":"usable","versionCreated":"2026-03-03T09:00:00Z","firstCreated":"20260303T080000+0100","embargoedUntil":"2026-03-03T12:00:00.000Z"}"""u8.ToArray(), "ninjs").Items[0];
        var line = new MemoryStream();
        NinJsFormat.WriteExtended(item, line, new NinJsOrigin([]));
        var said = JsonDocument.Parse(line.ToArray()).RootElement;
        Assert.Equal(("2026-03-03T09:00:00Z", "2026-03-03T08:00:00+01:00", "2026-03-03T12:00:00.000Z"), (said.GetProperty("versionCreated").GetString(), said.GetProperty("firstCreated").GetString(), said.GetProperty("embargoedUntil").GetString()));
    }

    [Theory]
    [InlineData("""{"$schema":"https://json-schema.org/draft/2020-12/schema","properties":{"uri":{"title":"x"},"versionCreated":{}}}""")]
    [InlineData("""{"uri":"http://cv.southern.example/","copyrightHolder":"Southern","conceptSet":[]}""")]
    public void A_schema_and_a_vocabulary_are_no_items(string document) => Assert.Null(WireFormats.Recognise(Encoding.UTF8.GetBytes(document), whole: true));

    [Fact]
    public void Ninjs_1_is_read_in_its_own_words()
    {
        var item = AssertWire.Whole("ninjs/one-text.json", "ninjs").Items[0];
        Assert.Equal("<p>Ice off the coast holds the ferry.</p><p>It sails at six.</p>", HtmlBody.Write(item.Body));
        Assert.Equal([new WireSubject("transport", "medtop", "20000337"), new WireSubject("Küste", null, "kueste")], item.Subjects);
        Assert.Equal(("Heike Brandt", 2, 4L, 64), (item.Byline, item.Urgency, item.Version, item.WordCount));
        Assert.Contains(item.Media, file => file is { Role: "mainpic/web", Caption: "Ice.", Credit: "Nordwind/K. Lau", Width: 800 });
    }

    [Fact]
    public void A_canceled_item_is_a_withdrawal() =>
        Assert.Equal((WireSignal.Withdrawal, "canceled"), (AssertWire.Whole("ninjs/kill.json", "ninjs").Items[0].Signal, AssertWire.Read(AssertWire.Fixture("ninjs/kill.json"), "ninjs").Items[0].PubStatus));

    [Fact]
    public void A_list_cut_short_gives_what_stood_before()
    {
        var document = AssertWire.Read(AssertWire.Fixture("ninjs/list-truncated.json"), "ninjs");
        Assert.Contains(document.Faults, fault => fault is { Code: "truncated", Kind: WireFaultKind.Lost });
        Assert.Equal(["First of three", "Second of three", null], document.Items.Select(item => item.Headline));
        Assert.Equal(WireSignal.Hold, document.Items[1].Signal);
    }

    [Theory]
    [InlineData("noon", false)]
    [InlineData("2026-03-03T12:00:00", false)]
    [InlineData("2026-03-03T12:00:00Z", true)]
    public void An_embargo_that_cannot_be_read_closes_the_item(string embargo, bool isTime)
    {
        var document = AssertWire.Read(System.Text.Encoding.UTF8.GetBytes($"{{\"uri\":\"a:b\",\"embargoed\":\"{embargo}\",\"headlines\":[]}}"), "ninjs");
        Assert.Equal(isTime, document.Items[0].Embargo?.Until is not null);
        Assert.Equal(embargo, document.Items[0].Embargo?.AsSent);
        Assert.Equal(isTime ? 0 : 1, document.Faults.Count(fault => fault.Code == "embargo-unread"));
    }

    [Fact]
    public void The_own_object_says_all_that_ninjs_cannot()
    {
        var item = AssertWire.Whole("ninjs/own-object.json", "ninjs").Items[0];
        Assert.Equal(("HXA0042", WireSignal.Alert, "b", "BROD", "SLAVONSKI BROD, March 3"), (item.Guid, item.Signal, item.Priority, item.TakeKey, item.Dateline));
        Assert.Equal(new DateTime(2026, 3, 3, 10, 4, 0), item.VersionCreated?.Local);
        var written = new MemoryStream();
        NinJsFormat.WriteExtended(item, written, new NinJsOrigin([new WireFault(WireFaultKind.Repaired, "html-entity", "Mended.", -1, 3, 4)], "wire/7.xml", 2));
        Assert.Equal(written.Length - 1, Array.IndexOf(written.ToArray(), (byte)'\n'));
        Assert.Equal(AssertWire.Outline(item), AssertWire.Outline(Assert.Single(AssertWire.Read(written.ToArray(), "ninjs").Items)));
    }

    [Fact]
    public void Several_values_behind_each_other_are_all_read()
    {
        var document = AssertWire.Read("{\"uri\":\"a:1\",\"headlines\":[]}\n{\"uri\":\"a:2\"}"u8.ToArray(), "ninjs");
        Assert.Equal(["a:1", "a:2"], document.Items.Select(item => item.Guid));
    }

    [Fact]
    public void An_editorial_systems_item_is_told_by_its_guid()
    {
        var item = Assert.Single(AssertWire.Read(AssertWire.Fixture("ninjs/guid-dialect.json"), "ninjs").Items);
        Assert.Equal(("tag:localhost:2026:wheat", 4L, "text", 3, "3"), (item.Guid, item.Version, item.Kind, item.Urgency, item.Priority));
        Assert.Equal(("By Henry Glaser", "TEST GRAIN", "Singapore", "Hold pictures"), (item.Byline, item.Slugline, item.Located?.Name, item.EdNote));
        Assert.Equal(["Tidewater"], item.Sources);
        Assert.Contains(new WireLink("follows", "tag:localhost:2026:prev"), item.Links);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 1, 0, 0, TimeSpan.Zero), item.Embargo?.Until);
        Assert.Equal(["featuremedia/original", "featuremedia/baseImage"], item.Media.Select(file => file.Role));
        Assert.All(item.Media, file => Assert.Equal(("2026-wheat-17", "picture", "Ines Carrow"), (file.Guid, file.Kind, file.Credit)));
    }

    [Fact]
    public void Items_under_one_name_are_read_and_an_advisory_is_a_text()
    {
        var item = Assert.Single(AssertWire.Read(AssertWire.Fixture("ninjs/item-envelope.json"), "ninjs").Items);
        Assert.Equal(("https://www.example.com/papers-7", "text", WireSignal.Advisory, "Council papers out", "June Doe"), (item.Guid, item.Kind, item.Signal, item.Headline, item.Byline));
        Assert.Equal(new DateTime(2026, 3, 3, 12, 30, 0), item.VersionCreated?.Local);
    }

    [Fact]
    public void Whatever_any_reader_reads_stands_whole_in_the_line_of_its_item()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            if (WireFormats.Recognise(bytes, whole: true) is not { } format)
            {
                continue;
            }

            foreach (var item in AssertWire.Read(bytes, format.Name).Items.Select(MediaTopics.Complete))
            {
                NinJsLine.AssertSaysAll(item, file);
            }
        }
    }

    [Fact]
    public void What_the_document_did_not_say_is_named_as_added()
    {
        var item = new WireItem { Format = "rss", Headlines = [new WireText("Dam holds")], Published = WireTime.Of(new DateTimeOffset(2026, 3, 3, 6, 15, 0, TimeSpan.Zero)) };
        var written = new MemoryStream();
        NinJsFormat.WriteExtended(item, written, new NinJsOrigin([], Feed: new WireFeed("Drina wire", "https://drina.example/")));
        using var line = JsonDocument.Parse(written.ToArray());
        var own = line.RootElement.GetProperty("wireroom");
        Assert.Equal(["uri", "pubStatus", "versionCreated"], own.GetProperty("added").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal("2026-03-03T06:15:00+00:00", line.RootElement.GetProperty("versionCreated").GetString());
        Assert.Equal("Drina wire", own.GetProperty("feed").GetProperty("title").GetString());
        var again = Assert.Single(AssertWire.Read(written.ToArray(), "ninjs").Items);
        Assert.Null(again.Guid);
        Assert.Null(again.VersionCreated);
    }

    [Fact]
    public void A_picture_of_a_story_says_what_is_seen_whose_it_is_and_how_long_it_may_be_shown()
    {
        var read = Assert.Single(AssertWire.Read(
            """
            {"uri":"a:1","standard":{"name":"ninjs","version":"3.1"},"headlines":[{"value":"Dam holds"}],"associations":[{"name":"main","uri":"a:p","type":"picture","by":"G. Tadić",
             "descriptions":[{"role":"alt","value":"A grey wall"},{"role":"caption","value":"The dam"}],"infoSources":[{"name":"G. Tadić/Lumen","role":"creditline"}],
             "expires":"2026-04-01T00:00:00Z","renditions":[{"name":"main","href":"dam.jpg"}]}]}
            """u8.ToArray(), "ninjs").Items);
        var media = Assert.Single(read.Media);
        Assert.Equal(("The dam", "A grey wall", "G. Tadić/Lumen"), (media.Caption, media.AltText, media.Credit));
        Assert.Equal(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), media.Rights!.Expires);
        Assert.Empty(read.Dropped);
    }

    [Fact]
    public void A_planned_event_is_read_and_written_with_its_dates_and_its_coverage()
    {
        var read = Assert.Single(AssertWire.Whole("ninjs/event.json", "ninjs").Items);
        var happening = read.Event!;
        Assert.Equal("event", read.Kind);
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(1)), happening.Start?.Instant);
        Assert.Equal((new DateTime(2026, 3, 6), false, "confirmed", "Drina Power"), (happening.End?.Local, happening.AllDay, happening.Status, happening.Organiser));
        Assert.Equal(["+387 55 000 000"], happening.Contacts);
        Assert.Equal("FREQ=WEEKLY;INTERVAL=2;COUNT=4", happening.Recurrence);
        Assert.Equal(new WireCoverage("picture", happening.Coverage[0].Due, "The gates", "G. Tadić"), Assert.Single(happening.Coverage));
        Assert.Equal(["plannedCoverage.urgency"], read.Dropped.Select(dropped => dropped.Name));
    }

    [Theory]
    [InlineData("""[{"uri":"a:1"} {"uri":"a:2"}]""", 2, "missing-comma")]
    [InlineData("""{"uri":"a:1"} {"uri":"a:2"}""", 2, "several-values")]
    [InlineData("{\"uri\":\"a:1\"}\n{\"uri\":\"a:2\"}\n", 2, "")]
    [InlineData("/* [ \" */ [{\"uri\":\"a:1\"}, // }\n {\"uri\":\"a:2\",\"title\":\"}\\\"]\"},]", 2, "")]
    [InlineData("""[1, {"uri":"a:1"}, "x]"]""", 1, "not-an-item,not-an-item")]
    [InlineData("""[{"uri":"a:1"},{"uri":"a:2","headlines":[{"value":"Dam""", 2, "truncated")]
    [InlineData("""[{"uri":"a:1"}, {"uri": x}, {"uri":"a:3"}]""", 2, "not-json")]
    [InlineData("""{"items":[{"uri":"a:1"},{"uri":"a:2"}]}""", 2, "")]
    [InlineData("""[]""", 0, "")]
    [InlineData("   ", 0, "not-json")]
    public void Lists_are_read_member_by_member_and_what_is_wrong_is_told(string text, int items, string faults)
    {
        var document = AssertWire.Read(Encoding.UTF8.GetBytes(text), "ninjs");
        Assert.Equal(items, document.Items.Count);
        Assert.Equal(faults, string.Join(',', document.Faults.Select(fault => fault.Code)));
    }

    [Fact]
    public void A_long_list_is_read_item_by_item_and_never_held_whole()
    {
        const int Held = 256 * 1024;
        var piece = "{\"uri\":\"a:b\",\"headlines\":[{\"value\":\"Dam holds\"}],\"bodies\":[{\"value\":\"" + new string('x', 100_000) + "\"}]},";
        var stream = new Endless("[", piece, 60_000_000);
        var sink = new Ahead(stream, piece.Length);
        WireFormats.Named("ninjs")!.Read(new WireInput(stream), sink);
        Assert.InRange(sink.Items, 500, 700);
        Assert.InRange(sink.Most, 0, Held);
    }

    /// <summary>Measures how many bytes were taken of the document before each item was given.</summary>
    private sealed class Ahead(Endless stream, int length) : IWireSink
    {
        internal int Items { get; private set; }

        internal long Most { get; private set; }

        public void Take(WireItem item)
        {
            Items++;
            Most = Math.Max(Most, stream.Position - ((long)Items * length));
        }

        public void Take(WireFault fault)
        {
        }
    }
}
