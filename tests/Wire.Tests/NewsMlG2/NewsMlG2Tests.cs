using System.Text;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Tests.NewsMlG2;

public sealed class NewsMlG2Tests
{
    [Theory]
    [InlineData("nordlicht-embargo.xml", 1)]
    [InlineData("tidewater-markets.xml", 1)]
    [InlineData("meridien-video.xml", 1)]
    [InlineData("alpenpost-correction.xml", 1)]
    [InlineData("tirrena-inlinedata.xml", 1)]
    [InlineData("maestral-numbered.xml", 1)]
    [InlineData("malar-own-markup.xml", 1)]
    [InlineData("picture-renditions.xml", 1)]
    [InlineData("quay-picture-archive.xml", 1)]
    [InlineData("package-groups.xml", 1)]
    [InlineData("event-concept.xml", 1)]
    [InlineData("events-and-vocabulary.xml", 4)]
    [InlineData("planning.xml", 1)]
    [InlineData("kill.xml", 1)]
    [InlineData("nitf-message.xml", 2)]
    [InlineData("broken-copy.xml", 2)]
    [InlineData("truncated.xml", 2)]
    public void Every_fixture_is_recognised_read_written_and_read_again(string fixture, int items) =>
        Assert.Equal(items, AssertWire.Whole("newsml-g2/" + fixture, "newsml-g2").Items.Count);

    [Fact]
    public void Genres_services_other_names_and_descriptions_are_all_kept()
    {
        var item = AssertWire.Read(AssertWire.Fixture("newsml-g2/quay-picture-archive.xml"), "newsml-g2").Items[0];
        Assert.Equal([new WireSubject("Current", "genre", "Current"), new WireSubject("Archive", "litgenre", "archive")], item.Genres);
        Assert.Equal([new WireSubject("World pictures", "litsvc", "photo-world")], item.Services);
        Assert.Equal([new WireAltId("order", "BRE-26-0301")], item.AltIds);
        Assert.Equal([new WireText("The storm closed the port for two days.", "context")], item.Descriptions);
        Assert.Equal([new WireSubject("shipping", "medtop", "20000338") { Creator = "litbot:tagger", Confidence = 64 }], item.Subjects);
        Assert.Equal(("2026-03-02T09:10:00Z", "2026-03-01T14:00:00+01:00"), (item.Created?.AsSent, item.ContentCreated?.AsSent));
        Assert.Empty(item.Dropped);
    }

    [Fact]
    public void An_item_under_embargo_is_read_whole()
    {
        var (item, faults) = Only("nordlicht-embargo.xml");
        Assert.Equal("escaped-twice", Assert.Single(faults).Code);
        Assert.Equal(("urn:newsml:nordlicht.example:20260303:260303-77-104211", 2L, 4, "de", "usable", WireSignal.Update), (item.Guid, item.Version, item.Urgency, item.Language, item.PubStatus, item.Signal));
        Assert.Equal(new WireEmbargo("2026-03-03T19:00:00+01:00", new DateTimeOffset(2026, 3, 3, 19, 0, 0, TimeSpan.FromHours(1))), item.Embargo);
        Assert.Equal([new WireText("Hafen wächst nach Norden"), new WireText("Schifffahrt", "subtitle")], item.Headlines);
        Assert.Equal(("Von Heike Brandt, nln", "Cuxhaven (nln) -", "nln", "nln", "Meldung"), (item.Byline, item.Dateline, item.Credit, item.Provider, item.Genre));
        Assert.Equal("Der Hafen bekommt zwei Kais. Die Stadt rechnet mit mehr Lärm.", item.Standfirst);
        Assert.Equal(
            "Bitte beachten Sie die Sperrfrist bis heute Abend, 19.00 Uhr.\n\nnln hk yybb n1 ob\n\nAutorin: Heike Brandt (Cuxhaven) +49 4721 000 12, <brandt@nordlicht.example>\n\nNotizblock\n\nHafenbehörde: Zahlen\nFoto folgt",
            item.EdNote);
        Assert.Equal(new WireRights("Nutzung nur nach schriftlicher Vereinbarung Use only with written agreement", null, "Copyright 2026, Nordlicht Nachrichten. Alle Rechte vorbehalten"), item.Rights);
        Assert.Equal(("wi", "nlcat", "wi"), (item.Subjects[0].Name, item.Subjects[0].Scheme, item.Subjects[0].Code));
        Assert.Equal(("Schifffahrt", "medtop", "20000340"), (item.Subjects[1].Name, item.Subjects[1].Scheme, item.Subjects[1].Code));
        Assert.Equal(["Wirtschaft"], item.Subjects[1].Parents);
        Assert.Equal([new WirePlace("Niedersachsen", "nlarea", "3"), new WirePlace("Alte Liebe", null, null, 53.8718, 8.7043, "Deutschland")], item.Places);
        Assert.Equal([new WireLink("related", null, "https://hafen.example/zahlen", "Zahlen der Behörde")], item.Links);
        Assert.Equal("<p>Cuxhaven (nln) - Der Hafen wird um zwei Kais erweitert.</p><h2>Streit um Lärm</h2><p>Anwohner fordern &quot;leise Kräne&quot;. Die Behörde prüft das.</p><table><tr><th>Jahr</th><th>Schiffe</th></tr><tr><td>2025</td><td>4 112</td></tr></table>", HtmlBody.Write(item.Body));
        Assert.Equal(["profile", "sameas", "header.time", "creator"], item.Dropped.Select(dropped => dropped.Name));
    }

    [Fact]
    public void Copy_in_the_lines_of_a_wire_keeps_its_paragraphs_and_tables()
    {
        var (item, faults) = Only("tidewater-markets.xml");
        Assert.Empty(faults);
        Assert.Equal(("3", "tidewater.example", 11326892L, WireSignal.Update, 3, 58), (item.Priority, item.Provider, item.Version, item.Signal, item.Urgency, item.WordCount));
        Assert.Equal(("METALS-Tin firms as smelters close", "GLOBAL-METALS/ (UPDATE 1)", "Market Reports"), (item.Headline, item.Slugline, item.Genre));
        Assert.Equal(["Tidewater", "Opal Metals Data"], item.Sources);
        Assert.Null(item.Byline);
        Assert.Equal([new WireSubject("GOL", "N2", "GOL"), new WireSubject("United States", "N2", "US"), new WireSubject("04008024", "subj", "04008024"), new WireSubject("f", "a1312cat", "f")], item.Subjects);
        Assert.Equal(
            ["(Adds comments, detail)", "* Tin at highest since May", "By Ana Kos", "March 3 (Tidewater) - Tin rose on Tuesday as smelters in two countries closed for repairs, with prices finding further support from a weaker dollar.", "\"Nobody has stock,\" said a trader in Rotterdam.", " Metal      Last    Change\n Tin      31,200      +1.2\n Zinc      2,810      -0.3", "(Reporting by Ana Kos)"],
            item.Body.Select(block => PlainText.Write([block])));
        Assert.IsType<WirePreformatted>(item.Body[5]);
        Assert.Contains(item.Dropped, dropped => dropped == new WireDropped("header.destination", "GRO"));
        Assert.Contains(item.Dropped, dropped => dropped.Name == "header.transmitid");
    }

    [Fact]
    public void A_film_has_renditions_a_script_and_names_in_its_own_language()
    {
        var (item, _) = Only("meridien-video.xml");
        Assert.Equal(("video", WireSignal.Correction, "usable", "fr", "MÉRIDIEN", "MERI"), (item.Kind, item.Signal, item.PubStatus, item.Language, item.Credit, item.Provider));
        Assert.Equal([new WireText("Inondations : la Drina déborde"), new WireText("Drina floods", "court", "en")], item.Headlines);
        Assert.Equal("Images de la Drina en crue à Višegrad.", item.Standfirst);
        Assert.Equal([new WireSubject("inondation", "medtop", "20000151"), new WireSubject("Eau", "http://cv.meridien.example/sujets/", "eau")], item.Subjects);
        Assert.Equal([new WireSubject("Selma Brkić", "http://cv.meridien.example/sujets/", "p77", 80)], item.People);
        Assert.Equal([new WirePlace("Višegrad", "http://cv.meridien.example/sujets/", "visegrad", 43.7858, 19.2911, "BA")], item.Places);
        Assert.Equal([new WireLink("corrects", "urn:newsml:meridien.example:20260303:vid-1358")], item.Links);
        Assert.Equal(["thumbnail", "HD720", "dvd"], item.Media.Select(file => file.Role));
        Assert.Equal((1280, 720, 71010540L, 69d, "video/mp4"), (item.Media[1].Width, item.Media[1].Height, item.Media[1].Bytes, item.Media[1].Seconds, item.Media[1].MediaType));
        Assert.Equal(69d, item.Media[2].Seconds);
        Assert.Equal("VISEGRAD, 3 MARS 2026. SOURCE : MÉRIDIEN TV\n- Plan large du barrage\n- Sonore : Selma Brkić (bosnien, 10 sec)", PlainText.Write(item.Body));
        Assert.Contains(item.Dropped, dropped => dropped == new WireDropped("partmeta.description", "0:00:00\u20130:00:12 Le barrage"));
    }

    [Fact]
    public void Parents_are_found_wherever_the_item_names_them()
    {
        var (item, _) = Only("alpenpost-correction.xml");
        Assert.Equal(["Kino", "Kunst", "Kunst & Kultur"], item.Subjects.Single(subject => subject.Code == "20000006").Parents);
        Assert.Equal((WireSignal.Correction, "Bregenz", "Filmfestival/Vorarlberg", "ALP - Alpenpost Agentur"), (item.Signal, item.Located?.Name, item.Slugline, item.Provider));
        Assert.Equal([new WireText("Festival am See eröffnet mit Erstling"), new WireText("\"Das Boot\" ausgewählt", "subtitle")], item.Headlines);
        Assert.Equal([new WireLink("corrects", "urn:newsml:alpenpost.example:20260302:ALP0519")], item.Links);
        Assert.Equal(["Bludenz", "Bregenz"], item.Places.Select(place => place.Name));
        Assert.Equal(new WireRights(null, "ALP - Alpenpost Agentur", "Die ALP hat das alleinige Recht auf Verbreitung ihrer Meldungen."), item.Rights);
        Assert.Equal("<pre>\nKORREKTUR-HINWEIS\nIn ALP0519 stimmt das Datum   nicht.</pre><p>Bregenz (ALP/nln) - Das Festival am See startet mit dem Film einer Studentin.</p><p>Es dauert bis <i>Mai</i>.</p>", HtmlBody.Write(item.Body));
        Assert.Null(item.Byline);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 19, 52, 0, TimeSpan.FromHours(1)), item.ContentCreated?.Instant);
    }

    [Fact]
    public void Markup_sent_as_plain_data_is_copy_and_a_time_without_a_zone_stays_local()
    {
        var (item, _) = Only("tirrena-inlinedata.xml");
        Assert.Equal("<p>(TIRRENA) - Livorno, 3 marzo - Il ministro ha detto che l'intesa è vicina. &quot;Manca poco&quot;, ha detto.</p><p>Il sindaco Rossi &amp; C. attende.</p>", HtmlBody.Write(item.Body));
        Assert.Equal((null, new DateTime(2026, 3, 3, 10, 41, 0)), (item.Created?.Instant, item.Created?.Local));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 10, 41, 0, TimeSpan.FromHours(1)), item.VersionCreated?.Instant);
        Assert.Equal(("5", "Livorno", "it"), (item.Priority, item.Located?.Name, item.Language));
        Assert.Equal([new WireText("Porto, ministro: intesa \"vicina\""), new WireText("Il governo è fiducioso", "subtitle")], item.Headlines);
        Assert.Equal([new WireSubject("LIV", null, "LIV")], item.Subjects);
        Assert.Equal(("highRes", "picture", "tag:tirrena.example,2026-03-03:0311.jpg"), (item.Media[0].Role, item.Media[0].Kind, item.Media[0].Href));
    }

    [Fact]
    public void Copy_in_markup_of_a_senders_own_is_read_block_by_block()
    {
        var (item, _) = Only("malar-own-markup.xml");
        Assert.Equal(("Hamnen: Strejken är över", "Per Lind/MÄLAR", "GÄVLE", "sv", 4), (item.Headline, item.Byline, item.Dateline, item.Language, item.Urgency));
        Assert.Equal(
            "<p>För första gången på tio år stod hamnen stilla.</p><p>Vi är nöjda, säger hamnchefen Lena Strand.</p><p>Avtalet gäller i två år.</p><h2>&quot;Ett steg framåt&quot;</h2><p>Facket är mindre nöjt.</p><h2>Fakta: Hamnen</h2><p>I hamnen arbetar 400 personer.</p><ul><li>1) kranar</li><li>2) kajer</li></ul>",
            HtmlBody.Write(item.Body));
        var picture = Assert.Single(item.Media);
        Assert.Equal(("http://malar.example/media/image/77C0", "picture", "Hamnen i Gävle. Arkivfoto.", "Olle Berg/MÄLAR"), (picture.Href, picture.Kind, picture.Caption, picture.Credit));
        Assert.Contains(new WireDropped("dat.source", "Gävle, MÄLAR:s korrespondent"), item.Dropped);
    }

    [Fact]
    public void A_picture_has_sizes_rights_and_its_photographer()
    {
        var (item, faults) = Only("picture-renditions.xml");
        Assert.Empty(faults);
        Assert.Equal(("picture", "Spiro Plath", "Harbour Pictures/S. Plath", "Harbour Pictures Ltd"), (item.Kind, item.Byline, item.Credit, item.Provider));
        Assert.Empty(item.Guessed);
        Assert.Equal(new WireRights("No use in calendars.\nFull editorial rights elsewhere.", "Harbour Pictures", "Copyright 2026 Harbour Pictures", new DateTimeOffset(2027, 3, 2, 0, 0, 0, TimeSpan.Zero)), item.Rights);
        Assert.Equal([new WireText("A tug leads a whale out of the harbour"), new WireText("TUG-WHALE", "title")], item.Headlines);
        Assert.StartsWith("A tug leads a whale out of the harbour of Halifax", item.Standfirst, StringComparison.Ordinal);
        Assert.Equal(["whale", "tug"], item.Keywords);
        Assert.Equal([new WireSubject("104530187", "hpxev", "104530187"), new WireSubject("environment", "medtop", "20000424")], item.Subjects);
        Assert.Equal([new WireSubject("Port of Halifax", "hpxorg", "9")], item.Organisations);
        Assert.Equal([new WirePlace("Halifax", "hpxgeo", "11", Country: "Canada")], item.Places);
        Assert.Equal(["highRes", "web", "thumbnail", "print"], item.Media.Select(file => file.Role));
        Assert.Equal(new WireMedia("highRes", "https://media.harbourpix.example/HPX0062.jpg", "image/jpeg") { Kind = "picture", Bytes = 346071, Width = 1500, Height = 1001 }, item.Media[0]);
        Assert.Equal((80, 53, "image/gif"), (item.Media[2].Width, item.Media[2].Height, item.Media[2].MediaType));
        Assert.Equal((null, null, "HPX0062-P"), (item.Media[3].Width, item.Media[3].Height, item.Media[3].Href));
        Assert.Contains(item.Dropped, dropped => dropped == new WireDropped("facetconcept", "rel=hpxfacet:x qcode=hpxfacet:sea sea"));
        Assert.Contains(item.Dropped, dropped => dropped.Name == "datamining");
    }

    [Fact]
    public void A_package_keeps_its_groups_from_the_root_on()
    {
        var (item, _) = Only("package-groups.xml");
        Assert.Equal(("package", WireSignal.Update, "Updates the previous version"), (item.Kind, item.Signal, item.EdNote));
        Assert.Equal(
            [new WireLink("follows", "tag:lumen.example,2026:TOP:0302"), new WireLink("main", "tag:lumen.example,2026:A", null, "Dam holds as rivers rise"), new WireLink("sidebar", "tag:lumen.example,2026:C", null, "Who pays for the dam")],
            item.Links);
        Assert.Equal(
            [
                new WireMedia("main", null) { Guid = "tag:lumen.example,2026:B", Kind = "picture", Title = "The dam at dawn", Caption = "Water over a gate." },
                new WireMedia("sidebar", "https://media.lumen.example/dam.mp4", "video/mp4") { Kind = "video", Bytes = 3502800, Title = "The dam from above" },
            ],
            item.Media);
        Assert.Contains(item.Dropped, dropped => dropped == new WireDropped("group.mode", "sidebar alt"));
        Assert.Contains(item.Dropped, dropped => dropped == new WireDropped("group.holds", "main sidebar"));
        var written = Encoding.UTF8.GetString(AssertWire.Write([item], "newsml-g2", out _));
        Assert.Contains("<groupRef idref=\"G2\" />", written, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_says_when_where_who_and_how_it_is_covered()
    {
        var (item, _) = Only("event-concept.xml");
        Assert.Equal(("event", "Hearing on the Drina dams", "Parliament hears the operators.", "Parliament, Sarajevo"), (item.Kind, item.Headline, item.Standfirst, item.Located?.Name));
        Assert.Equal((43.8553, 18.4048), (item.Located?.Latitude, item.Located?.Longitude));
        Assert.Equal(new WireText("Saslušanje o branama na Drini", "main", "bs"), item.Headlines[1]);
        var held = item.Event!;
        Assert.Equal(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(1)), held.Start?.Instant);
        Assert.Equal(new DateTimeOffset(2026, 3, 10, 12, 30, 0, TimeSpan.FromHours(1)), held.End?.Instant);
        Assert.Equal((false, "confirmed", "House of Representatives", null), (held.AllDay, held.Status, held.Organiser, held.Recurrence));
        Assert.Equal(["press@parlament.example", "Amila Hodžić, press office", "+387 33 000 000", "https://parlament.example", "Trg 1, Sarajevo"], held.Contacts);
        var coverage = Assert.Single(held.Coverage);
        Assert.Equal(("picture", "Arrivals", null), (coverage.Kind, coverage.Note, coverage.Status));
        Assert.Equal(new DateTimeOffset(2026, 3, 10, 10, 0, 0, TimeSpan.FromHours(1)), coverage.Due?.Instant);
        Assert.Equal([new WireSubject("Hearing on the Drina dams", "lumev", "1234567"), new WireSubject("flood", "medtop", "20000151")], item.Subjects);
        Assert.Equal([new WireSubject("Selma Brkić", "lump", "77")], item.People);
        Assert.Equal("<p>Four operators have been invited.</p><p>The hearing is public.</p>", HtmlBody.Write(item.Body));
        Assert.Contains(item.Dropped, dropped => dropped == new WireDropped("registration", "By web form"));
    }

    [Fact]
    public void A_knowledge_item_is_events_or_a_vocabulary()
    {
        var items = AssertWire.Read(AssertWire.Fixture("newsml-g2/events-and-vocabulary.xml"), "newsml-g2").Items;
        Assert.Equal(["event", "event", "vocabulary", "concept"], items.Select(item => item.Kind));
        Assert.Equal(("lumev:1", "River week", "postponed", true, "FREQ=YEARLY;UNTIL=20301231;BYMONTH=5"), (items[0].Guid, items[0].Headline, items[0].Event?.Status, items[0].Event?.AllDay, items[0].Event?.Recurrence));
        Assert.Equal((new DateTime(2026, 5, 4), new DateTime(2026, 5, 8)), (items[0].Event?.Start?.Local, items[0].Event?.End?.Local));
        Assert.Equal((null, new DateTime(2026, 5, 5, 18, 0, 0), "cancelled"), (items[1].Event?.Start?.Instant, items[1].Event?.Start?.Local, items[1].Event?.Status));
        Assert.Equal([new WireLink("broader", "lumev:1", null, "River week")], items[1].Links);
        Assert.Equal(["river", "water"], items[2].Subjects.Select(subject => subject.Name));
        Assert.Equal(("water", "river"), (items[2].Subjects[0].Scheme, items[2].Subjects[0].Code));
        Assert.Equal([new WirePlace("Drina", "water", "drina", 43.9, 19.3)], items[2].Places);
        Assert.Equal(("Waters", "Kinds of water.", "<p><b>river</b>: Flows.</p>"), (items[2].Headline, items[2].Standfirst, HtmlBody.Write(items[2].Body)));
        Assert.Equal(("Selma Brkić", "Heads the dam operator.", "Not the swimmer."), (items[3].Headline, items[3].Standfirst, items[3].EdNote));
        Assert.Equal([new WireSubject("Selma Brkić", "lump", "77")], items[3].People);
        Assert.All(items, item => Assert.Equal("6", item.Priority));
    }

    [Fact]
    public void A_plan_lists_its_coverage_and_the_event()
    {
        var (item, _) = Only("planning.xml");
        Assert.Equal(("planning", "Hearing on the Drina dams"), (item.Kind, item.Headline));
        Assert.Equal(
            [new WireLink("event", "lumev:1234567", null, "Hearing on the Drina dams"), new WireLink("delivered", "tag:lumen.example,2026:B", null, "Operators arrive")],
            item.Links);
        Assert.Empty(item.Subjects);
        var coverage = item.Event!.Coverage;
        Assert.Equal(("text", "Operators before parliament\n\nText 600 words", "Goran Tadić", null), (coverage[0].Kind, coverage[0].Note, coverage[0].AssignedTo, coverage[0].Status));
        Assert.Equal(new DateTimeOffset(2026, 3, 10, 12, 30, 0, TimeSpan.Zero), coverage[0].Due?.Instant);
        Assert.Equal(("picture", "Arrivals", "delivered", new DateTime(2026, 3, 10)), (coverage[1].Kind, coverage[1].Note, coverage[1].Status, coverage[1].Due?.Local));
    }

    [Fact]
    public void A_kill_is_a_withdrawal_and_is_written_as_one()
    {
        var (item, faults) = Only("kill.xml");
        Assert.Empty(faults);
        Assert.Equal((WireSignal.Withdrawal, "canceled", 1), (item.Signal, item.PubStatus, item.Urgency));
        Assert.Equal([new WireLink("replaces", "tag:tidewater.example,0000:newsml_T4N2AB")], item.Links);
        var written = Encoding.UTF8.GetString(AssertWire.Write([item], "newsml-g2", out var losses));
        Assert.Empty(losses);
        Assert.Contains("<pubStatus qcode=\"stat:canceled\" />", written, StringComparison.Ordinal);
        Assert.Contains("<signal qcode=\"wireroom:withdrawal\" />", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Nitf_within_an_item_fills_what_the_item_leaves_open()
    {
        var document = AssertWire.Read(AssertWire.Fixture("newsml-g2/nitf-message.xml"), "newsml-g2");
        var item = document.Items[0];
        Assert.Empty(document.Faults);
        Assert.Equal(("Dam holds", "By Goran Tadić", "VIŠEGRAD, March 3", "Two gates were opened.", 21), (item.Headline, item.Byline, item.Dateline, item.Standfirst, item.WordCount));
        Assert.Equal((new WireEmbargo("embargoed", null), WireSignal.Take, "2", "VIŠEGRAD"), (item.Embargo, item.Signal, item.Priority, item.Located?.Name));
        Assert.Equal([typeof(WireParagraph), typeof(WirePicture), typeof(WireParagraph)], item.Body.Select(block => block.GetType()));
        Assert.Equal(("https://media.lumen.example/41.jpg", "The dam."), (item.Media[0].Href, item.Media[0].Caption));
        Assert.Equal(["dam"], item.Keywords);
        Assert.Contains(item.Dropped, dropped => dropped == new WireDropped("nitf.headline", "Dam holds as rivers rise"));
        var second = document.Items[1];
        Assert.Equal(("withheld", WireSignal.Hold, "First paragraph on two lines.\n\nSecond paragraph."), (second.PubStatus, second.Signal, PlainText.Write(second.Body)));
        Assert.Equal((null, new DateTime(2026, 3, 3, 9, 15, 0)), (second.VersionCreated?.Instant, second.VersionCreated?.Local));
    }

    [Fact]
    public void Broken_copy_is_mended_and_nothing_that_runs_survives()
    {
        var document = AssertWire.Read(AssertWire.Fixture("newsml-g2/broken-copy.xml"), "newsml-g2");
        var item = document.Items[0];
        Assert.Equal(("sp-1", null, null, "Müller & Sohn schließen – &unbekannt; bleibt", "Südpost"), (item.Guid, item.Version, item.Urgency, item.Headline, item.Provider));
        Assert.Equal((new WireEmbargo("bis Redeschluss", null), null), (item.Embargo, item.VersionCreated?.Instant));
        Assert.Equal("<p>Der Betrieb hat 3 &lt; 4 Leute.</p><p>Ende &amp; aus.</p>", HtmlBody.Write(item.Body));
        Assert.Equal(("web", "javascript:alert(1)", null, null), (item.Media[0].Role, item.Media[0].Href, item.Media[0].Width, item.Media[0].Bytes));
        Assert.Equal("Nur Text.", PlainText.Write(document.Items[1].Body));
        foreach (var code in new[] { "charset-mismatch", "dtd-ignored", "unescaped-ampersand", "control-character", "embargo-unread", "truncated", "empty-item" })
        {
            Assert.Contains(document.Faults, fault => fault.Code == code);
        }

        Assert.DoesNotContain(document.Faults, fault => fault.Kind == WireFaultKind.Unreadable);
    }

    [Theory]
    [InlineData("<creator literal=\"Martin Hallberg\"/>", "Martin Hallberg", true)]
    [InlineData("<creator role=\"crol:photographer\"><name>Hallberg</name></creator>", "Hallberg", false)]
    [InlineData("<creator><name>Ana Kos</name></creator><creator><name>dw</name></creator>", "Ana Kos", true)]
    [InlineData("<creator type=\"cpnat:organisation\"><name>Opal Metals Data</name></creator>", null, false)]
    [InlineData("<infoSource qcode=\"co:1\"><name>Opal</name></infoSource><creator qcode=\"co:2\"><name>Tin House Ltd</name></creator>", null, false)]
    [InlineData("<creator literal=\"Tidewater\"/>", null, false)]
    [InlineData("<creator><name>Ana Kos</name></creator><by>By A. Kos in Split</by>", "By A. Kos in Split", false)]
    public void A_byline_is_what_is_printed_or_who_wrote_it(string meta, string? byline, bool isGuessed)
    {
        var item = AssertWire.Read(Encoding.UTF8.GetBytes($"<newsItem guid=\"a\"><contentMeta>{meta}</contentMeta></newsItem>"), "newsml-g2").Items[0];
        Assert.Equal((byline, isGuessed), (item.Byline, item.Guessed.Contains("byline")));
    }

    [Fact]
    public void What_only_repeats_the_headlines_is_no_copy_and_the_country_is_found_at_another_mention()
    {
        var item = AssertWire.Read(
            "<newsItem guid=\"a\"><itemMeta><provider uri=\"http://cv.iptc.org/newscodes/newsprovider/IPTC\"/></itemMeta><contentMeta><subject type=\"cpnat:geoArea\" qcode=\"g:1\"><name>Graz</name><broader qcode=\"g:2\"/></subject><subject type=\"cpnat:geoArea\" qcode=\"g:2\"><name>Austria</name><sameAs qcode=\"iso3166-1a2:AT\"/></subject><headline>One</headline><headline role=\"x:subtitle\">Two</headline></contentMeta><contentSet><inlineXML><html><body><h1>One</h1><h2>Two</h2></body></html></inlineXML></contentSet></newsItem>"u8.ToArray(),
            "newsml-g2").Items[0];
        Assert.Empty(item.Body);
        Assert.Equal(("Austria", "IPTC"), (item.Places[0].Country, item.Provider));
    }

    [Theory]
    [InlineData("<embargoed/>", true, false, 0)]
    [InlineData("<embargoed xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"></embargoed>", true, false, 0)]
    [InlineData("<embargoed>2026-03-03T11:00:00Z</embargoed>", true, true, 0)]
    [InlineData("<embargoed>2026-03-03T11:00:00</embargoed>", true, false, 1)]
    [InlineData("<embargoed>when the bell rings</embargoed>", true, false, 1)]
    [InlineData("<edNote>STRICTLY EMBARGOED until the vote</edNote>", true, false, 1)]
    [InlineData("<edNote>Embargo lifted</edNote>", false, false, 0)]
    [InlineData("<signal qcode=\"lum:embargo\"/>", true, false, 1)]
    [InlineData("", false, false, 0)]
    public void An_embargo_without_a_time_closes_the_item(string meta, bool isEmbargoed, bool hasTime, int faults)
    {
        var document = AssertWire.Read(Encoding.UTF8.GetBytes($"<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"a\"><itemMeta>{meta}</itemMeta></newsItem>"), "newsml-g2");
        var embargo = document.Items[0].Embargo;
        Assert.Equal((isEmbargoed, hasTime), (embargo is not null, embargo?.Until is not null));
        Assert.Equal(faults, document.Faults.Count(fault => fault.Code == "embargo-unread"));
    }

    [Theory]
    [InlineData("sig:update", WireSignal.Update)]
    [InlineData("sig:correction", WireSignal.Correction)]
    [InlineData("sig:kill", WireSignal.Withdrawal)]
    [InlineData("edStat:C", WireSignal.Correction)]
    [InlineData("edStat:D", WireSignal.Withdrawal)]
    [InlineData("edStat:N", WireSignal.New)]
    [InlineData("sig:atomic", WireSignal.New)]
    [InlineData("http://cv.iptc.org/newscodes/signal/update", WireSignal.Update)]
    public void Signals_are_known_by_their_codes(string code, WireSignal signal) =>
        Assert.Equal(signal, AssertWire.Read(Encoding.UTF8.GetBytes($"<newsItem guid=\"a\"><itemMeta><signal qcode=\"{code}\"/></itemMeta></newsItem>"), "newsml-g2").Items[0].Signal);

    [Theory]
    [InlineData("<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\">", true)]
    [InlineData("<nar:planningItem xmlns:nar=\"http://iptc.org/std/nar/2006-10-01/\">", true)]
    [InlineData("<newsItem guid=\"a\">", true)]
    [InlineData("<catalogItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\">", true)]
    [InlineData("<NewsML Version=\"1.2\"><NewsItem>", false)]
    [InlineData("<NewsItem>", false)]
    [InlineData("<contentSet xmlns=\"http://iptc.org/std/nar/2006-10-01/\">", false)]
    public void A_document_is_known_by_its_root(string start, bool isG2) => Assert.Equal(isG2, WireFormats.Recognise(Encoding.UTF8.GetBytes(start), whole: true)?.Name == "newsml-g2");

    [Theory]
    [InlineData("<inlineXML><html><body dir=\"ltr\">One line\n   and its end.\n\n   Two.</body></html></inlineXML>", "One line and its end.\n\nTwo.")]
    [InlineData("<inlineXML><idf xmlns=\"urn:x\"><group><element type=\"body\"><p>One.</p></element><element><p>Two.</p></element></group></idf></inlineXML>", "One.\n\nTwo.")]
    [InlineData("<inlineXML><body.content xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"><p>One.</p><p>Two.</p></body.content></inlineXML>", "One.\n\nTwo.")]
    [InlineData("<inlineXML><p>One.</p><p>Two.</p></inlineXML>", "One.\n\nTwo.")]
    [InlineData("<inlineData contenttype=\"text/plain\">Write to &lt;brandt@nordlicht.example&gt;.</inlineData>", "Write to <brandt@nordlicht.example>.")]
    [InlineData("<inlineData contenttype=\"text/html\" encoding=\"encd:base64\">PHA+T25lLjwvcD4=</inlineData>", "One.")]
    [InlineData("<inlineData contenttype=\"image/jpeg\">AAAA</inlineData><inlineXML><p>One.</p></inlineXML>", "One.")]
    [InlineData("<inlineData>Plain.</inlineData><inlineXML><div><p>Tagged.</p></div></inlineXML>", "Tagged.")]
    public void Copy_is_found_in_whatever_a_sender_puts_it(string content, string text) =>
        Assert.Equal(text, PlainText.Write(AssertWire.Read(Encoding.UTF8.GetBytes($"<newsItem guid=\"a\"><contentSet>{content}</contentSet></newsItem>"), "newsml-g2").Items[0].Body));

    [Fact]
    public void Circles_among_broader_concepts_end()
    {
        var item = AssertWire.Read("<newsItem guid=\"a\"><contentMeta><subject qcode=\"x:1\"><name>One</name><broader qcode=\"x:2\"/></subject><subject qcode=\"x:2\"><name>Two</name><broader qcode=\"x:1\"/></subject></contentMeta></newsItem>"u8.ToArray(), "newsml-g2").Items[0];
        Assert.Equal([["Two"], ["One"]], item.Subjects.Select(subject => subject.Parents));
    }

    [Fact]
    public void A_message_is_read_item_by_item()
    {
        const string Item = "<newsItem guid=\"a\" standard=\"NewsML-G2\"><itemMeta><itemClass qcode=\"ninat:text\"/></itemMeta><contentMeta><headline>Again</headline></contentMeta><contentSet><inlineData>word word word word</inlineData></contentSet></newsItem>";
        var sink = new Counting();
        WireFormats.Named("newsml-g2")!.Read(new WireInput(new Endless("<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>", Item, 8_000_000)), sink);
        Assert.True(sink.Items > 30_000);
        Assert.True(sink.Most < 100_000_000, $"{sink.Most} bytes were in use.");
    }

    [Fact]
    public void An_item_that_does_not_say_when_is_refused_where_no_one_else_does()
    {
        var written = new MemoryStream();
        var losses = WireFormats.Named("newsml-g2")!.Write([new WireItem { Format = "rss", Guid = "x" }], new WireFeed("Test wire", ""), written);
        Assert.Equal("refused-version-created", Assert.Single(losses).Code);
        var again = AssertWire.Read(written.ToArray(), "newsml-g2");
        Assert.Equal("empty-message", Assert.Single(again.Faults).Code);
    }

    private static (WireItem Item, IReadOnlyList<WireFault> Faults) Only(string fixture)
    {
        var document = AssertWire.Read(AssertWire.Fixture("newsml-g2/" + fixture), "newsml-g2");
        return (Assert.Single(document.Items), document.Faults);
    }

    private sealed class Counting : IWireSink
    {
        private readonly long before = GC.GetTotalMemory(forceFullCollection: true);

        internal int Items { get; private set; }

        internal long Most { get; private set; }

        public void Take(WireItem item)
        {
            Items++;
            Most = Items % 10_000 == 0 ? Math.Max(Most, GC.GetTotalMemory(forceFullCollection: true) - before) : Most;
        }

        public void Take(WireFault fault) => Assert.Equal("truncated", fault.Code);
    }
}
