using System.Text;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Tests.NewsMl1;

public sealed class NewsMl1Tests
{
    private const string Name = "newsml-1";

    [Theory]
    [InlineData("littoral-text.xml", 1)]
    [InlineData("littoral-photo.xml", 1)]
    [InlineData("cantabria-two.xml", 2)]
    [InlineData("hokkaido-1.0.xml", 1)]
    [InlineData("meuse-bilingual.xml", 2)]
    [InlineData("northgate-embargo.xml", 1)]
    [InlineData("kill.xml", 1)]
    [InlineData("adria-multimedia.xml", 1)]
    [InlineData("update-parts.xml", 1)]
    [InlineData("northgate-nitf-key.xml", 1)]
    [InlineData("harbor-parts.xml", 1)]
    [InlineData("broken-dialect.xml", 1)]
    public void Every_fixture_is_recognised_read_written_and_read_again(string fixture, int items) =>
        Assert.Equal(items, AssertWire.Whole("newsml1/" + fixture, Name).Items.Count);

    [Fact]
    public void A_text_of_an_agency_is_read_whole()
    {
        var document = Read("littoral-text.xml");
        var item = Assert.Single(document.Items);
        Assert.Empty(document.Faults);
        Assert.Equal(("urn:newsml:littoral.example:20261126T104233Z:TX-BRE-RHO61:1", 1L, WireSignal.New, "usable", 4, "4", "0417"), (item.Guid, item.Version, item.Signal, item.PubStatus, item.Urgency, item.Priority, item.Sequence));
        Assert.Equal(("France-pêche-port-météo", "Brest, 26 nov 2026 (Littoral) -", "Yann Le Goff", "Littoral", "fr", "Recit", 44), (item.Slugline, item.Dateline, item.Byline, item.Provider, item.Language, item.Genre, item.WordCount));
        Assert.Equal([new WireText("Bretagne: trois chalutiers rentrent au port après la tempête", "main", "fr")], item.Headlines);
        Assert.Equal(new WirePlace("Brest", Country: "FRA"), item.Located);
        Assert.Equal([new WireSubject("04002000", "subj", "04002000"), new WireSubject("17000000", "subj", "17000000")], item.Subjects);
        Assert.Equal(["France", "pêche", "météo"], item.Keywords);
        Assert.Equal([new WireSubject("DGT")], item.Services);
        Assert.Equal([new WireLink("related", "urn:newsml:littoral.example:20261126T104233Z:doc-1cg0j2")], item.Links);
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 10, 42, 33, TimeSpan.Zero), item.Created?.Instant);
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 10, 42, 34, TimeSpan.Zero), item.VersionCreated?.Instant);
        Assert.Equal([typeof(WireParagraph), typeof(WireParagraph), typeof(WireTable), typeof(WireParagraph)], item.Body.Select(block => block.GetType()));
        Assert.Equal(
            ["associatedwith=Photo", "associatedwith=Video", "newsline.ProductLine=(Photo+Video)", "subjectmatter.cat=ECO", "subject.cat=MET", "subjectmatter.cat=MET", "ofinterestto=EUA-TFG-1=EUA", "newsproduct=ELU", "newsproduct=EUA"],
            item.Dropped.Select(dropped => $"{dropped.Name}={dropped.Value}"));
    }

    [Fact]
    public void Style_sheets_contacts_and_tweets_are_no_copy_and_sizes_of_a_logo_are_one_file()
    {
        var item = Assert.Single(Read("harbor-parts.xml").Items);
        Assert.Equal(("Tidal Brokers Opens a Branch in Halifax", "Tidal Brokers opens in Halifax", "CT-TIDAL-BROKERS", "GREENWICH, Conn."), (item.Headline, item.Standfirst, item.Slugline, item.Dateline));
        Assert.Equal("Tidal Brokers Group (Nasdaq: TIDL), a firm, announced today that it opens a branch in Halifax.\n\nAbout Tidal Brokers Group, Inc.:", PlainText.Write(item.Body));
        Assert.Equal([("logo/thumbnail", "hw14", 120), ("logo", "hw14", 640)], item.Media.Select(file => (file.Role, file.Guid!, file.Width!.Value)));
        Assert.Contains(new WireDropped("component.contact", "Tidal Brokers Group, Inc.\nmedia@tidal.example"), item.Dropped);
        Assert.Contains(new WireDropped("component.tweettext", "Tidal in Halifax"), item.Dropped);
        Assert.Contains(item.Dropped, dropped => dropped.Name == "component.stylesheet");
    }

    [Fact]
    public void A_picture_is_an_item_of_its_sizes_and_its_caption_is_what_it_says()
    {
        var item = Assert.Single(Read("littoral-photo.xml").Items);
        Assert.Equal(("picture", "Skipper Maelle Kerdoncuf (L) ties up in Brest on November 26, 2026. / Littoral / YANN LE GOFF", "YANN LE GOFF", "RESTRICTED TO EDITORIAL USE."), (item.Kind, item.Standfirst, item.Byline, item.EdNote));
        Assert.Equal(
            [
                new WireMedia("main", "LIT_751HA.jpg", "image/jpeg") { Kind = "picture", Bytes = 382297, Width = 3780, Height = 2394 },
                new WireMedia("thumbnail", "https://pix.littoral.example/t/751HA.jpg", "image/jpeg") { Kind = "picture", Width = 160, Height = 101 },
            ],
            item.Media);
        Assert.Equal([new WireSubject("Maelle Kerdoncuf", null, "257942")], item.People);
        Assert.Equal(new WirePlace("Brest", "sy-city", "23067", Country: "FRA"), item.Located);
        Assert.Equal((WireSignal.Update, 2L), (item.Signal, item.Version));
        Assert.Equal([new WireLink("replaces", "urn:newsml:littoral.example:20261126T131559Z:doc-751ha:1")], item.Links);
        Assert.Empty(item.Headlines);
    }

    [Fact]
    public void What_nitf_says_within_fills_the_gaps()
    {
        var items = Read("cantabria-two.xml").Items;
        Assert.Equal(
            [new WireText("El puente de Santander reabre tras dos años de obras"), new WireText("CANTABRIA INFRAESTRUCTURAS", "subtitle")],
            items[0].Headlines);
        Assert.Equal(new WirePlace("Santander", Country: "ESP"), items[0].Located);
        Assert.Equal(("Puentes", "subj", "04015001"), (items[0].Subjects[0].Name, items[0].Subjects[0].Scheme, items[0].Subjects[0].Code));
        Assert.Equal(["Transporte", "Economía"], items[0].Subjects[0].Parents);
        Assert.Equal(("El puente sobre la bahía vuelve a abrir al tráfico.", null, 97, "mrs/lg"), (items[0].Standfirst, items[0].Dateline, items[0].WordCount, items[0].Byline));
        Assert.Equal(new WireRights(null, "Agencia Cantabria", "© Cantabria 2026. Prohibida la redistribución."), items[0].Rights);
        Assert.Equal("<p>El Ebro sube.</p><p>Se espera más lluvia.</p>", HtmlBody.Write(items[1].Body));
        Assert.Equal((WireSignal.Update, 2), (items[1].Signal, items[1].Urgency));
    }

    [Fact]
    public void An_old_document_with_its_dtd_is_read_and_nothing_is_fetched()
    {
        var document = Read("hokkaido-1.0.xml");
        var item = Assert.Single(document.Items);
        Assert.Equal("dtd-ignored", Assert.Single(document.Faults).Code);
        Assert.Equal(("WAKKANAI, Nov. 26", "WAKKANAI", "Hokkaido Wire", "Ferry-Rebun", "9", "20261126HWS0125", "en"), (item.Dateline, item.Located?.Name, item.Credit, item.Slugline, item.Priority, item.Sequence, item.Language));
        Assert.Equal(["04015000", "17004000"], item.Subjects.Select(subject => subject.Code));
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 20, 21, 19, TimeSpan.FromHours(9)), item.Created?.Instant);
        Assert.Equal("Two hundred people had waited since Monday.", PlainText.Write([item.Body[1]]));
        Assert.Contains(new WireDropped("seriesline", "Asia"), item.Dropped);
    }

    [Fact]
    public void A_story_told_in_two_languages_is_two_items()
    {
        var items = Read("meuse-bilingual.xml").Items;
        Assert.Equal(["nl", "fr"], items.Select(item => item.Language));
        Assert.Equal(["Sluis van Lanaye weer open", "L'écluse de Lanaye rouverte"], items.Select(item => Assert.Single(item.Headlines).Text));
        Assert.Equal(["urn:newsml:meuse.example:20261126T133400:98055798:4#98055801", "urn:newsml:meuse.example:20261126T133400:98055798:4#98056977"], items.Select(item => item.Guid));
        Assert.Equal(("De sluis is hersteld.", "DWM, (TIP)", "MEUSE", "Foto volgt.", "LANAYE"), (items[0].Standfirst, items[0].Byline, items[0].Credit, items[0].EdNote, items[0].Located?.Name));
        Assert.Equal("<p>De sluis van <b>Lanaye</b> is sinds donderdag weer open. De reparatie kostte 3 miljoen €.</p>", HtmlBody.Write(items[0].Body));
        Assert.Equal("<p>L'écluse de Lanaye est rouverte depuis jeudi.</p>", HtmlBody.Write(items[1].Body));
        Assert.Equal((null, new DateTime(2026, 11, 26, 13, 34, 0)), (items[0].VersionCreated?.Instant, items[0].VersionCreated?.Local));
        Assert.Equal(["SCHEEPVAART", "MAAS", "NAVIGATION"], items.SelectMany(item => item.Keywords));
    }

    [Fact]
    public void Everything_that_may_be_said_of_a_story_is_read()
    {
        var document = Read("northgate-embargo.xml");
        var item = Assert.Single(document.Items);
        Assert.Empty(document.Faults);
        Assert.Equal(new WireEmbargo("20261127T070000+0000", new DateTimeOffset(2026, 11, 27, 7, 0, 0, TimeSpan.Zero)), item.Embargo);
        Assert.Equal((WireSignal.Correction, 3L, null, "Corrects the offer price in paragraph 1."), (item.Signal, item.Version, item.PubStatus, item.EdNote));
        Assert.Equal([new WireText("Northern Bank agrees to merge with Pennine Mutual"), new WireText("Shares suspended", "subtitle"), new WireText("Vote in January", "subtitle")], item.Headlines);
        Assert.Equal(("By Tom Ashby, Rhian Pugh", "LEEDS, Nov 26 (Northgate)", "Northgate", "BANK-MERGER/", "A bank and a building society mean to join."), (item.Byline, item.Dateline, item.Credit, item.Slugline, item.Standfirst));
        Assert.Equal(new WireRights("Not for use on paid archives.", "Northgate Newswire Ltd", "© 2026 Northgate Newswire", new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)), item.Rights);
        Assert.Equal(
            [new WireSubject("04000000", "subj", "04000000"), new WireSubject("banking and finance", "subj", "04006000"), new WireSubject("20000385", "medtop", "20000385"), new WireSubject("FIN", "urn:newsml:northgate.example:20200101:desks:1", "FIN")],
            item.Subjects);
        Assert.Equal([new WireSubject("Ada Quill", "NgPeople", "p881")], item.People);
        Assert.Equal([new WireSubject("Northern Bank plc", "RIC", "NBNK.N", 80)], item.Organisations);
        Assert.Equal(new WirePlace("Leeds", null, null, 53.8, -1.55, "GBR"), item.Located);
        Assert.Equal([new WirePlace("Halifax", Country: "GBR"), new WirePlace("Leeds", "NgPlaces", "LDS")], item.Places);
        Assert.Equal(["Company statement", "Pennine Mutual"], item.Sources);
        Assert.Equal(["replaces", "revisionHistory", "derivedFrom", "related", "source"], item.Links.Select(link => link.Relation));
        Assert.Equal("<p>Northern Bank will pay <b>£2.1 billion</b> for Pennine Mutual.</p><h3>Vote</h3><ul><li>Members vote in January.</li><li>The regulator decides in March.</li></ul>", HtmlBody.Write(item.Body));
    }

    [Fact]
    public void A_kill_is_a_withdrawal_whatever_else_is_said()
    {
        var item = Assert.Single(Read("kill.xml").Items);
        Assert.Equal((WireSignal.Withdrawal, "canceled", 1), (item.Signal, item.PubStatus, item.Urgency));
        Assert.Equal([new WireLink("replaces", "urn:newsml:havelpress.example:20261126:HP-112:1")], item.Links);
        Assert.StartsWith("KILL:", item.EdNote, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_stand_beside_the_story_and_equivalents_are_read_once()
    {
        var item = Assert.Single(Read("adria-multimedia.xml").Items);
        Assert.Equal("<p>Luka Split gradi novi pristan.</p><p>Trošak je 12 milijuna eura.</p><h2>Kronologija</h2><p>2019. Prvi nacrt.</p>", HtmlBody.Write(item.Body));
        Assert.Equal(("text", "hr", null), (item.Kind, item.Language, item.Byline));
        Assert.Equal(["body", "body/preview", "body"], item.Media.Select(file => file.Role));
        Assert.Equal(("p1", "Luka", "Trajekt u luci Split.", "Adria/M. Perić", 1200, 204800L), (item.Media[0].Guid, item.Media[0].Title, item.Media[0].Caption, item.Media[0].Credit, item.Media[0].Width, item.Media[0].Bytes));
        Assert.Equal(("graphic", "2.svg", "Nacrt pristana."), (item.Media[2].Kind, item.Media[2].Href, item.Media[2].Caption));
        Assert.Equal([new WireLink("related", "urn:newsml:adria.example:20261120:512:1", null, "Prijašnja vijest")], item.Links);
        Assert.Contains(item.Dropped, dropped => dropped.Name == "equivalent" && dropped.Value == "Luka Split gradi pristan. Bez slike.");
    }

    [Fact]
    public void Changes_to_an_earlier_revision_are_shown()
    {
        var document = Read("update-parts.xml");
        var item = Assert.Single(document.Items);
        Assert.Equal(["update.insertbefore=hl1 Port reopens", "update.replace=p2 Ships sail at noon.", "update.delete=p3"], item.Dropped.Select(dropped => $"{dropped.Name}={dropped.Value}"));
        Assert.Equal((WireSignal.Update, "update-not-applied"), (item.Signal, Assert.Single(document.Faults).Code));
    }

    [Fact]
    public void A_broken_dialect_is_mended_and_an_embargo_without_a_time_closes_it()
    {
        var document = Read("broken-dialect.xml");
        var item = Assert.Single(document.Items);
        Assert.Equal(("Oil & gas pipeline \"Volna 2\" tested – operator", "URGENT", "November 26", 2, "03AE4325838900396A95", "http://www.volna.example/"), (item.Headline, item.Slugline, item.Dateline, item.Urgency, item.Guid, item.Link));
        Assert.Equal(new WireEmbargo("embargoed", null), item.Embargo);
        Assert.Equal(new WirePlace("ATYRAU", Country: "KAZ"), item.Located);
        Assert.Equal("<p>ATYRAU, November 26. /VOLNA/. The test took <i>nine</i> hours, the operator said.</p><p>No oil was lost.</p><p>More soon.</p>", HtmlBody.Write(item.Body));
        Assert.Equal(["rubric_ECONOMY", "URGENT"], item.Keywords);
        Assert.Contains(document.Faults, fault => fault.Code == "embargo-unread");
    }

    [Theory]
    [InlineData("<Status FormalName='Usable'/>", "usable", WireSignal.New)]
    [InlineData("<Status FormalName='Withheld'/>", "withheld", WireSignal.Hold)]
    [InlineData("<Status FormalName='Cancelled'/>", "canceled", WireSignal.Withdrawal)]
    [InlineData("<Status FormalName='Usable'/><Instruction FormalName='Correction'/>", "usable", WireSignal.Correction)]
    [InlineData("<NewsItemType FormalName='Alert'/><Status FormalName='Usable'/>", "usable", WireSignal.Alert)]
    [InlineData("<NewsItemType FormalName='Advisory'/><Status FormalName='Usable'/>", "usable", WireSignal.Advisory)]
    [InlineData("<Status FormalName='Usable'/><Instruction FormalName='Delete'/>", "usable", WireSignal.Withdrawal)]
    public void Status_type_and_instruction_are_the_signal(string management, string status, WireSignal signal)
    {
        var item = Assert.Single(Of($"<NewsManagement>{management}</NewsManagement>").Items);
        Assert.Equal((status, signal), (item.PubStatus, item.Signal));
    }

    [Theory]
    [InlineData("<Status FormalName='Embargoed'/><StatusWillChange><FutureStatus FormalName='Usable'/><DateAndTime>20261127T070000Z</DateAndTime></StatusWillChange>", true, true)]
    [InlineData("<StatusWillChange><FutureStatus FormalName='Usable'/><DateAndTime>20261127T070000Z</DateAndTime></StatusWillChange><Status FormalName='Withheld'/>", true, true)]
    [InlineData("<Status FormalName='Embargoed'/><StatusWillChange><FutureStatus FormalName='Usable'/><DateAndTime>20261127T070000</DateAndTime></StatusWillChange>", true, false)]
    [InlineData("<Status FormalName='Embargoed'/>", true, false)]
    [InlineData("<ThisRevisionCreated>20261128T070000Z</ThisRevisionCreated><Status FormalName='Usable'/><StatusWillChange><FutureStatus FormalName='Usable'/><DateAndTime>20261127T070000Z</DateAndTime></StatusWillChange>", false, false)]
    [InlineData("<Status FormalName='Usable'/><StatusWillChange><FutureStatus FormalName='Canceled'/><DateAndTime>20261127T070000Z</DateAndTime></StatusWillChange>", false, false)]
    public void An_embargo_ends_when_the_status_becomes_usable(string management, bool isEmbargoed, bool hasTime)
    {
        var document = Of($"<NewsManagement>{management}</NewsManagement>");
        var embargo = document.Items[0].Embargo;
        Assert.Equal((isEmbargoed, hasTime), (embargo is not null, embargo?.Until is not null));
        Assert.Equal(isEmbargoed && !hasTime, document.Faults.Any(fault => fault.Code == "embargo-unread"));
    }

    [Theory]
    [InlineData("<NewsIdentifier><ProviderId>a.example</ProviderId><DateId>20261126</DateId><NewsItemId>X7</NewsItemId><RevisionId PreviousRevision='0' Update='N'>1</RevisionId></NewsIdentifier>", "urn:newsml:a.example:20261126:X7:1")]
    [InlineData("<NewsIdentifier><NewsItemId>X7</NewsItemId><PublicIdentifier/></NewsIdentifier>", "X7")]
    [InlineData("<NewsIdentifier><PublicIdentifier>tag:a.example,2026:x</PublicIdentifier></NewsIdentifier>", "tag:a.example,2026:x")]
    public void The_name_is_the_public_identifier_or_made_of_its_parts(string identifier, string guid) =>
        Assert.Equal(guid, Assert.Single(Of($"<Identification>{identifier}</Identification>").Items).Guid);

    [Fact]
    public void A_vocabulary_is_no_news()
    {
        var document = Of("<NewsManagement/><TopicSet><Topic/></TopicSet>");
        Assert.Empty(document.Items);
        Assert.Equal("vocabulary-item", Assert.Single(document.Faults).Code);
    }

    [Fact]
    public void Items_within_an_item_are_items()
    {
        var document = Of("<NewsComponent><NewsLines><HeadLine>Digest</HeadLine></NewsLines><NewsItem><NewsComponent><NewsLines><HeadLine>One</HeadLine></NewsLines></NewsComponent></NewsItem><NewsItemRef NewsItem='urn:newsml:a:b:c:1'/></NewsComponent>");
        Assert.Equal(["Digest", "One"], document.Items.Select(item => item.Headline));
        Assert.Equal("package", document.Items[0].Kind);
        Assert.Equal(["contains", "contains"], document.Items[0].Links.Select(link => link.Relation));
    }

    [Fact]
    public void An_index_refers_to_its_stories_by_their_headlines()
    {
        var item = Assert.Single(Of("<NewsComponent><NewsLines><HeadLine>Top stories</HeadLine></NewsLines><NewsComponent><NewsLines><HeadLine>Ferry sails</HeadLine></NewsLines><NewsItemRef NewsItem='a.xml'/></NewsComponent><NewsComponent><Role FormalName='See Also'/><NewsItemRef NewsItem='b.xml'><Comment>Map</Comment></NewsItemRef></NewsComponent></NewsComponent>").Items);
        Assert.Equal(("package", "Top stories"), (item.Kind, item.Headline));
        Assert.Equal([new WireLink("contains", "a.xml", null, "Ferry sails"), new WireLink("seeAlso", "b.xml", null, "Map")], item.Links);
        Assert.Empty(item.Dropped);
    }

    [Fact]
    public void The_caption_of_a_picture_may_be_a_line()
    {
        var item = Assert.Single(Of("<NewsComponent><NewsLines><HeadLine>Pier</HeadLine><CreditLine>EN/A. Oakes</CreditLine><NewsLine><NewsLineType FormalName='Caption'/><NewsLineText>The pier at dawn.</NewsLineText></NewsLine></NewsLines><ContentItem Href='p.jpg'><MediaType FormalName='Picture'/><Format FormalName='JPEG Baseline'/></ContentItem></NewsComponent>").Items);
        Assert.Equal(("picture", "Pier", "The pier at dawn.", "EN/A. Oakes"), (item.Kind, item.Headline, item.Standfirst, item.Credit));
        Assert.Equal([new WireMedia("main", "p.jpg", "image/jpeg") { Kind = "picture" }], item.Media);
    }

    [Fact]
    public void Of_the_sizes_of_a_picture_the_widest_is_the_picture()
    {
        string Size(string role, int width) => $"<NewsComponent><Role FormalName='{role}'/><ContentItem Href='{width}.jpg'><MediaType FormalName='Photo'/><Characteristics><Property FormalName='Width' Value='{width}'/></Characteristics></ContentItem></NewsComponent>";
        var item = Assert.Single(Of($"<NewsComponent><NewsComponent><ContentItem><MediaType FormalName='Text'/><DataContent><p>Copy.</p></DataContent></ContentItem></NewsComponent><NewsComponent Duid='ph1'><NewsLines><HeadLine>Pier</HeadLine></NewsLines>{Size("Thumbnail", 80)}{Size("Quicklook", 320)}{Size("Web Large", 1024)}<NewsComponent><Role FormalName='Caption'/><ContentItem><MediaType FormalName='Text'/><DataContent><p>At dawn.</p></DataContent></ContentItem></NewsComponent></NewsComponent></NewsComponent>").Items);
        Assert.Equal(["body/thumbnail", "body/quicklook", "body"], item.Media.Select(file => file.Role));
        Assert.All(item.Media, file => Assert.Equal(("At dawn.", "Pier", "ph1"), (file.Caption, file.Title, file.Guid)));
        Assert.Equal(("text", "Copy."), (item.Kind, PlainText.Write(item.Body)));
    }

    [Theory]
    [InlineData("<DataContent>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</DataContent>")]
    [InlineData("<DataContent><![CDATA[<nitf><body><body.content><p>One.</p><p>Two.</p></body.content></body></nitf>]]></DataContent>")]
    [InlineData("<DataContent><body><body.content><p>One.</p><p>Two.</p></body.content></body></DataContent>")]
    [InlineData("<DataContent><xhtml:div xmlns:xhtml='http://www.w3.org/1999/xhtml'><xhtml:p>One.</xhtml:p><xhtml:p>Two.</xhtml:p></xhtml:div></DataContent>")]
    [InlineData("<DataContent>One.\n\nTwo.</DataContent>")]
    [InlineData("<DataContent><para>One.</para><para>Two.</para></DataContent>")]
    [InlineData("<Encoding Notation='base64'><DataContent>T25lLgoKVHdvLg==</DataContent></Encoding>")]
    public void Copy_is_read_however_it_is_sent(string data) =>
        Assert.Equal("One.\n\nTwo.", PlainText.Write(Assert.Single(Of($"<NewsComponent><ContentItem><MediaType FormalName='Text'/>{data}</ContentItem></NewsComponent>").Items).Body));

    [Fact]
    public void Hostile_lists_are_bounded_and_what_is_beyond_is_shown()
    {
        string Many(Func<int, string> one) => string.Concat(Enumerable.Range(0, 5_000).Select(one));
        var item = Of(
            $"<NewsComponent><NewsLines>{Many(at => $"<HeadLine>H{at}</HeadLine><ByLine>By writer number {at}</ByLine><CreditLine>Credit {at}</CreditLine><RightsLine>Terms {at}</RightsLine>")}<KeywordLine>{Many(at => $"k{at};")}</KeywordLine></NewsLines>"
            + $"<DescriptiveMetadata><SubjectCode>{Many(at => $"<Subject FormalName='S{at}'/>")}</SubjectCode>{Many(at => $"<Location HowPresent='Event'><Property FormalName='City' Value='C{at}'/></Location><OfInterestTo FormalName='O{at}'/>")}</DescriptiveMetadata>"
            + $"{Many(at => $"<NewsComponent><Role FormalName='Caption'/><ContentItem><DataContent>c{at}</DataContent></ContentItem></NewsComponent><NewsComponent><ContentItem Href='{at}.jpg'/></NewsComponent>")}</NewsComponent>").Items[0];
        Assert.Equal((100, 1000, 1000), (item.Headlines.Count, item.Keywords.Count, item.Subjects.Count));
        Assert.InRange(item.Byline!.Length, 8000, 9000);
        Assert.Contains(item.Dropped, dropped => dropped is { Name: "subject", Value: "S4999" });
    }

    [Theory]
    [InlineData("<NewsML/>", Recognition.Yes)]
    [InlineData("<?xml version='1.0'?><!DOCTYPE NewsML PUBLIC 'x' 'y' [<!ENTITY % n SYSTEM 'z'>%n;]><NewsML Version='1.2'>", Recognition.Yes)]
    [InlineData("<n:NewsML xmlns:n='http://iptc.org/std/NewsML/2003-10-10/'>", Recognition.Yes)]
    [InlineData("<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'>", Recognition.No)]
    [InlineData("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>", Recognition.No)]
    [InlineData("<?xml version='1.0'?><!-- who", Recognition.NotYet)]
    [InlineData("{", Recognition.No)]
    public void A_document_is_recognised_by_its_root(string head, Recognition recognition) =>
        Assert.Equal(recognition, WireFormats.Named(Name)!.Recognise(Encoding.UTF8.GetBytes(head), whole: false));

    [Fact]
    public void A_document_without_an_item_is_unreadable() =>
        Assert.Contains(AssertWire.Read("<NewsML><NewsEnvelope/></NewsML>"u8.ToArray(), Name).Faults, fault => fault is { Kind: WireFaultKind.Unreadable, Code: "no-item" });

    private static WireDocument Read(string fixture) => AssertWire.Read(AssertWire.Fixture("newsml1/" + fixture), Name);

    private static WireDocument Of(string item) => AssertWire.Read(Encoding.UTF8.GetBytes($"<NewsML><NewsItem>{item}</NewsItem></NewsML>"), Name);
}
