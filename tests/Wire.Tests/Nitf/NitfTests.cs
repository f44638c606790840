using System.Text;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Tests.Nitf;

public sealed class NitfTests
{
    [Theory]
    [InlineData("agency-3.6.xml", 1)]
    [InlineData("dtd-embargo.xml", 1)]
    [InlineData("kill.xml", 1)]
    [InlineData("correction.xml", 1)]
    [InlineData("agency-meta.xml", 1)]
    [InlineData("broken-dialect.xml", 1)]
    [InlineData("envelope.xml", 2)]
    [InlineData("anpa-meta.xml", 1)]
    [InlineData("docdata-pubdata.xml", 1)]
    public void Every_fixture_is_recognised_read_written_and_read_again(string fixture, int items) =>
        Assert.Equal(items, AssertWire.Whole("nitf/" + fixture, "nitf").Items.Count);

    [Fact]
    public void A_keyword_line_for_a_title_says_which_lead_it_is_and_metas_of_the_wire_have_their_places()
    {
        var item = Document("""
            <nitf><head><title>BC-US--Dam,3rd Ld-Writethru</title><meta name="ap-priority" content="u"/><meta name="ap-category" content="a"/><meta name="ap-transref" content="V7713"/><meta name="ap-wordcount" content="412"/>
            <pubdata type="print" name="The Lumen Courier"/></head>
            <body><body.head><headline><hl1>Dam holds</hl1></headline><note><p>Eds: With a graphic.</p></note><byline class="print_byline">By GORAN TADIC</byline><byline class="normalized_byline">Tadic, Goran</byline></body.head>
            <body.content><block class="lead_paragraph"><p>LEAD: The dam holds.</p></block><block class="full_text"><p>LEAD: The dam holds.</p><p>It held.</p></block></body.content></body></nitf>
            """);
        Assert.Equal((WireSignal.Update, "u", "V7713", 412, "The Lumen Courier"), (item.Signal, item.Priority, item.Sequence, item.WordCount, item.Provider));
        Assert.Equal([new WireSubject("a", "anpa1312:category", "a")], item.Subjects);
        Assert.Equal(("Dam holds", "By GORAN TADIC", "Eds: With a graphic."), (item.Headline, item.Byline, item.EdNote));
        Assert.Equal("<p>LEAD: The dam holds.</p><p>It held.</p>", HtmlBody.Write(item.Body));
    }

    private static WireItem Document(string xml) => Assert.Single(AssertWire.Read(Encoding.UTF8.GetBytes(xml), "nitf").Items);

    [Fact]
    public void An_agencys_item_is_read_whole()
    {
        var document = AssertWire.Whole("nitf/agency-3.6.xml", "nitf");
        var item = document.Items[0];
        Assert.Empty(document.Faults);
        Assert.Equal(("lumen-20260303-0041", 3L, 3, "BIH-FLOOD-DAM", "BIH-FLOOD-DAM", "0041"), (item.Guid, item.Version, item.Urgency, item.Slugline, item.TakeKey, item.Sequence));
        Assert.Equal(
            [new WireText("Dam at Višegrad holds as the Drina & Lim rise"), new WireText("Villages below told to be ready", "subtitle"), new WireText("BIH-FLOOD-DAM, third lead", "title")],
            item.Headlines);
        Assert.Equal(("By Goran Tadić", "Lumen Agency", "VIŠEGRAD, March 3", "The operator opened two gates overnight."), (item.Byline, item.Provider, item.Dateline, item.Standfirst));
        Assert.Equal((WireSignal.Update, "Current", "en-GB", 64, "https://lumen.example/region/41"), (item.Signal, item.Genre, item.Language, item.WordCount, item.Link));
        Assert.Equal("Adds the dam operator. Picture planned.\n\nOperator's figures are preliminary.", item.EdNote);
        Assert.Null(item.Embargo);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 9, 12, 44, TimeSpan.FromHours(1)), item.VersionCreated?.Instant);
        Assert.Equal(item.VersionCreated?.Instant, item.Published?.Instant);
        Assert.Equal(new DateTime(2026, 3, 3), item.Created?.Local);
        Assert.Equal(new WireRights("No archive use.", "Lumen Agency", null, new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.Zero)), item.Rights);
        Assert.Equal(["Drina", "dam"], item.Keywords);
        Assert.Equal(("river flood", "subj", "03000000"), (item.Subjects[0].Name, item.Subjects[0].Scheme, item.Subjects[0].Code));
        Assert.Equal(["flood", "disaster"], item.Subjects[0].Parents);
        Assert.Equal([new WireSubject("flood", "medtop", "20000151"), new WireSubject("region", "lumen", "reg")], item.Subjects.Skip(1));
        Assert.Equal([new WireSubject("Selma Brkić", "lumen", "p-77")], item.People);
        Assert.Equal([new WireSubject("Drina Power", "lei", "5299000000")], item.Organisations);
        Assert.Equal(new WirePlace("VIŠEGRAD"), item.Located);
        Assert.Equal([new WirePlace("Rogatica", Country: "BIH"), new WirePlace("Višegrad", "wd", "Q244", Country: "Bosnia and Herzegovina")], item.Places);
        Assert.Equal(
            ["uno", "meta.lumen-desk", "fixture", "series", "du-key.generation", "du-key.part", "doc.copyright.year", "doc.rights.geography", "person.function", "location.iso-cc", "event", "pubdata.position.section", "revision-history", "byttl", "doc-id.regsrc", "media-producer", "nitf-table-summary"],
            item.Dropped.Select(dropped => dropped.Name).OrderBy(name => name == "uno" ? 0 : 1));
    }

    [Fact]
    public void The_header_of_the_high_speed_wire_travels_in_meta_elements()
    {
        var item = Assert.Single(AssertWire.Read(AssertWire.Fixture("nitf/anpa-meta.xml"), "nitf").Items);
        Assert.Equal(("1747", "Ferries Devonport", "First Take", 21), (item.Sequence, item.Slugline, item.TakeKey, item.WordCount));
        Assert.Equal([new WireSubject("a", "anpa1312:category", "a"), new WireSubject("waterway and maritime transport", "subj", "04015004")], item.Subjects.Select(subject => subject with { Parents = null }));
        Assert.Equal(("By June Hallam", "Hobart", "Hobart", "Two of five crossings are gone until May."), (item.Byline, item.Dateline, item.Located?.Name, item.Standfirst));
        Assert.Equal(["meta.anpa-service", "meta.spa-selectors", "doc.copyright.year", "doc.rights.type", "doc.rights.agent", "doc.rights.geography"], item.Dropped.Select(dropped => dropped.Name));
    }

    [Fact]
    public void Pubdata_within_docdata_is_read_and_a_dateline_says_more_than_a_region()
    {
        var item = Assert.Single(AssertWire.Read(AssertWire.Fixture("nitf/docdata-pubdata.xml"), "nitf").Items);
        Assert.Equal((new DateTimeOffset(2026, 3, 3, 0, 6, 0, TimeSpan.FromHours(1)), 12, 4L), (item.Published?.Instant, item.WordCount, item.Version));
        Assert.Equal(("Bergen", "Bergen"), (item.Dateline, item.Located?.Name));
        Assert.Equal([new WirePlace("Vestland")], item.Places);
        Assert.Contains(new WireDropped("pubdata.id", "FJ1026"), item.Dropped);
    }

    [Fact]
    public void The_copy_is_read_block_by_block()
    {
        var item = AssertWire.Read(AssertWire.Fixture("nitf/agency-3.6.xml"), "nitf").Items[0];
        Assert.Equal(
            [typeof(WireParagraph), typeof(WireHeading), typeof(WirePicture), typeof(WireQuote), typeof(WireTable), typeof(WireList), typeof(WirePreformatted), typeof(WireParagraph)],
            item.Body.Select(block => block.GetType()));
        Assert.Contains("with the water 11/2 metres below the <b>crest</b>.", HtmlBody.Write(item.Body), StringComparison.Ordinal);
        Assert.Equal("Selma Brkić", Assert.IsType<WireQuote>(item.Body[3]).Attribution);
        Assert.Equal(("Levels, cm", "412"), (((WireTable)item.Body[4]).Caption, ((WireTable)item.Body[4]).Rows[1][1].Text));
        Assert.Equal("Gorazde    412\nFoca       388", ((WirePreformatted)item.Body[6]).Text);
        Assert.Equal(("picture", 2400, 1600, "The dam at dawn.", "Lumen/G. Tadić", "Water over a gate."), (item.Media[0].Kind, item.Media[0].Width, item.Media[0].Height, item.Media[0].Caption, item.Media[0].Credit, item.Media[0].AltText));
    }

    [Fact]
    public void An_embargo_is_the_date_of_release()
    {
        var item = AssertWire.Read(AssertWire.Fixture("nitf/dtd-embargo.xml"), "nitf").Items[0];
        Assert.Equal(new WireEmbargo("20260303T110000+0100", new DateTimeOffset(2026, 3, 3, 11, 0, 0, TimeSpan.FromHours(1))), item.Embargo);
        Assert.Equal(("Hafen wächst nach Norden", "Frei ab 11 Uhr", "Von Heike Brandt", "Cuxhaven"), (item.Headline, item.EdNote, item.Byline, item.Located?.Name));
        Assert.Equal(("nw0303-17a.jpg", "Der Hafen im März.", 800), (item.Media[0].Href, item.Media[0].Caption, item.Media[0].Width));
    }

    [Theory]
    [InlineData("<date.release norm=\"20260303T110000Z\"/>", true, true)]
    [InlineData("<date.issue norm=\"20260303T110000Z\"/><date.release norm=\"20260303T110000Z\"/>", false, false)]
    [InlineData("<date.issue norm=\"20260303\"/><date.release norm=\"20260303\"/>", false, false)]
    [InlineData("<date.issue norm=\"20260303T110000Z\"/><date.release norm=\"20260303T120000\"/>", true, false)]
    [InlineData("<date.issue norm=\"20260303T110000Z\"/><date.release norm=\"20260301\"/>", false, false)]
    [InlineData("<date.release norm=\"when the bell rings\"/>", true, false)]
    [InlineData("<ed-msg msg-type=\"embargo\"/>", true, false)]
    [InlineData("<ed-msg info=\"EMBARGOED until the vote\"/>", true, false)]
    [InlineData("<ed-msg info=\"Embargo lifted\"/>", false, false)]
    public void An_embargo_that_cannot_be_read_closes_the_item(string data, bool isEmbargoed, bool hasTime)
    {
        var document = AssertWire.Read(Encoding.UTF8.GetBytes($"<nitf><head><docdata>{data}</docdata></head><body/></nitf>"), "nitf");
        var embargo = document.Items[0].Embargo;
        Assert.Equal((isEmbargoed, hasTime), (embargo is not null, embargo?.Until is not null));
        Assert.Equal(isEmbargoed && !hasTime ? 1 : 0, document.Faults.Count(fault => fault.Code == "embargo-unread"));
    }

    [Fact]
    public void A_kill_is_a_withdrawal()
    {
        var item = AssertWire.Read(AssertWire.Fixture("nitf/kill.xml"), "nitf").Items[0];
        Assert.Equal((WireSignal.Withdrawal, "canceled", 1), (item.Signal, item.PubStatus, item.Urgency));
        Assert.Equal([new WireLink("canceled", "hxa-1188")], item.Links);
    }

    [Fact]
    public void A_correction_says_what_it_corrects()
    {
        var item = AssertWire.Read(AssertWire.Fixture("nitf/correction.xml"), "nitf").Items[0];
        Assert.Equal((WireSignal.Correction, "fr", "Rive Presse", "Corrige le prix au 2e paragraphe.\n\nVersion corrigée."), (item.Signal, item.Language, item.Byline, item.EdNote));
        Assert.Equal([new WireLink("corrects", "rive-551")], item.Links);
        Assert.Equal((null, new DateTime(2026, 3, 3, 10, 30, 0)), (item.VersionCreated?.Instant, item.VersionCreated?.Local));
    }

    [Theory]
    [InlineData("kill", WireSignal.Withdrawal)]
    [InlineData("Mandatory Kill", WireSignal.Withdrawal)]
    [InlineData("withhold", WireSignal.Hold)]
    [InlineData("NewsAlert", WireSignal.Alert)]
    [InlineData("writethru", WireSignal.Update)]
    [InlineData("corrective", WireSignal.Correction)]
    [InlineData("test", WireSignal.Test)]
    [InlineData("whatever", WireSignal.New)]
    public void The_kind_of_message_is_the_signal(string type, WireSignal signal) =>
        Assert.Equal(signal, AssertWire.Read(Encoding.UTF8.GetBytes($"<nitf><head><docdata><ed-msg msg-type=\"{type}\"/></docdata></head><body/></nitf>"), "nitf").Items[0].Signal);

    [Fact]
    public void A_broken_dialect_is_mended_and_nothing_that_runs_survives()
    {
        var document = AssertWire.Read(AssertWire.Fixture("nitf/broken-dialect.xml"), "nitf");
        var item = document.Items[0];
        Assert.Equal(("Shares end flat & quiet", "MARKETS-CLOSE", "P. Wire", "pw-9"), (item.Headline, item.Slugline, item.Byline, item.Guid));
        Assert.Null(item.Embargo?.Until);
        Assert.NotNull(item.Embargo);
        var html = HtmlBody.Write(item.Body);
        Assert.DoesNotContain("script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<p>Trading was thin.</p><p>Banks rose 0.4 %.</p>", html, StringComparison.Ordinal);
        Assert.Contains("<b>wait</b>", html, StringComparison.Ordinal);
        Assert.Equal(75d, item.Media[^1].Seconds);
        Assert.All(document.Faults, fault => Assert.NotEqual(WireFaultKind.Unreadable, fault.Kind));
    }

    [Theory]
    [InlineData("noteclass=\"editorsnote\"", false)]
    [InlineData("type=\"npa\"", false)]
    [InlineData("noteclass=\"end\" type=\"std\"", true)]
    [InlineData("", true)]
    public void A_note_to_editors_is_never_copy(string kind, bool isCopy)
    {
        var item = AssertWire.Read(Encoding.UTF8.GetBytes($"<nitf><body><body.content><p>One.</p><note {kind}><body.content><p>Two.</p></body.content></note></body.content></body></nitf>"), "nitf").Items[0];
        Assert.Equal((isCopy ? "One.\n\nTwo." : "One.", isCopy ? null : "Two."), (PlainText.Write(item.Body), item.EdNote));
    }

    [Fact]
    public void A_second_item_is_refused_because_a_document_is_one()
    {
        AssertWire.Write(AssertWire.Read(AssertWire.Fixture("nitf/envelope.xml"), "nitf").Items, "nitf", out var losses);
        Assert.Equal("refused-second-item", Assert.Single(losses).Code);
    }

    [Fact]
    public void An_embargo_that_is_no_time_is_refused()
    {
        var written = AssertWire.Write(AssertWire.Read(AssertWire.Fixture("nitf/broken-dialect.xml"), "nitf").Items, "nitf", out var losses);
        Assert.Equal("refused-embargo", Assert.Single(losses).Code);
        Assert.Empty(AssertWire.Read(written, "nitf").Items);
    }

    [Fact]
    public void Entities_are_not_expanded_and_depth_is_bounded()
    {
        var bomb = "<!DOCTYPE nitf [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]><nitf><body><body.content><p>&b;&x;</p>" + string.Concat(Enumerable.Repeat("<block>", 20_000));
        var document = AssertWire.Read(Encoding.UTF8.GetBytes(bomb), "nitf");
        Assert.DoesNotContain("aaaa", PlainText.Write(document.Items[0].Body), StringComparison.Ordinal);
        Assert.DoesNotContain("root:", PlainText.Write(document.Items[0].Body), StringComparison.Ordinal);
        Assert.NotEmpty(document.Faults);
    }

    [Fact]
    public void A_document_without_an_item_is_unreadable() =>
        Assert.Contains(AssertWire.Read("<news/>"u8.ToArray(), "nitf").Faults, fault => fault is { Kind: WireFaultKind.Unreadable, Code: "no-item" });
}
