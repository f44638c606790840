using System.Text;
using Wireroom.Wire.Html;
using Wireroom.Wire.PhotoMetadata;

namespace Wireroom.Wire.Tests.PhotoMetadata;

public sealed class PhotoTests
{
    [Theory]
    [InlineData("agency-full.jpg", "image/jpeg", 320, 200)]
    [InlineData("iim-latin1.jpg", "image/jpeg", 320, 200)]
    [InlineData("iim-newer.jpg", "image/jpeg", 320, 200)]
    [InlineData("broken-cut.jpg", "image/jpeg", null, null)]
    [InlineData("iim-macintosh.tif", "image/tiff", 40, 30)]
    [InlineData("graphic.png", "image/png", 120, 80)]
    [InlineData("exif-only.webp", "image/webp", 800, 533)]
    [InlineData("items.avif", "image/avif", 1024, 683)]
    [InlineData("loop.gif", "image/gif", 16, 16)]
    public void Every_fixture_is_recognised_and_read_by_its_content(string fixture, string type, int? width, int? height)
    {
        var item = Assert.Single(AssertWire.Whole("photo/" + fixture, "photo").Items);
        var file = Assert.Single(item.Media);
        Assert.Equal(("picture", "main", type, width, height), (item.Kind, file.Role, file.MediaType, file.Width, file.Height));
        Assert.Equal(AssertWire.Fixture("photo/" + fixture).Length, file.Bytes);
    }

    [Fact]
    public void An_agencys_picture_is_read_whole()
    {
        var document = AssertWire.Whole("photo/agency-full.jpg", "photo");
        var item = document.Items[0];
        Assert.Empty(document.Faults);
        Assert.Equal(("urn:kvarner:pic:20260303:17", "KVP-0303-17", 3, "Kvarner Pictures", "Current"), (item.Guid, item.TakeKey, item.Urgency, item.Provider, item.Genre));
        Assert.Equal([new WireText("Ferry breaks free at Split"), new WireText("SPLIT-FERRY-03", "title"), new WireText("SPLIT-TRAJEKT-03", "title", "hr")], item.Headlines);
        Assert.StartsWith("The ferry Jadranka drifts off the quay", item.Standfirst, StringComparison.Ordinal);
        Assert.Equal(("Nives Barić, Toni Mršić", "Kvarner Pictures", "Harbour master of Split", "en"), (item.Byline, item.Credit, Assert.Single(item.Sources), item.Language));
        Assert.Equal("NO SALES. Crop the crew's faces.", item.EdNote);
        Assert.Equal(new WireRights("Editorial use only. No archive after 30 days.", "Kvarner Pictures d.o.o.", "© 2026 Kvarner Pictures d.o.o."), item.Rights);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 10, 15, 30, TimeSpan.FromHours(1)), item.ContentCreated?.Instant);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 10, 58, 2, TimeSpan.FromHours(1)), item.VersionCreated?.Instant);
        Assert.Equal(new WirePlace("Split", Country: "Croatia"), item.Located);
        Assert.Equal(
            [
                new WirePlace("Split", "http://www.wikidata.org/entity/", "Q1663", Country: "Croatia"),
                new WirePlace("Sveti Petar mole", Latitude: 43.5025, Longitude: 16.4402, Country: "Croatia"),
                new WirePlace("Ferry quay", Country: "Croatia"),
            ],
            item.Places);
        Assert.Equal(["ferry", "storm"], item.Keywords);
        Assert.Equal(
            ["medtop:20000139", "subj:03000000", "medtop:20001128", "scene:011000", "iim:category:DIS", "iim:supplemental-category:Ships", "medtop:20000151", "event:", "digsrctype:digitalCapture"],
            item.Subjects.Select(subject => $"{subject.Scheme}:{subject.Code}"));
        Assert.Equal(("transport accident", "Storm of 3 March"), (item.Subjects[0].Name, item.Subjects[7].Name));
        Assert.Equal([new WireSubject("Ante Radić")], item.People);
        Assert.Equal([new WireSubject("Jadran Ferries", "lei", "529900ABCD")], item.Organisations);
        Assert.Equal([new WireLink("rights", null, "https://pictures.kvarner.example/terms"), new WireLink("licensor", null, "https://pictures.kvarner.example/17", "Kvarner Pictures")], item.Links);
        Assert.Equal("A white ferry lies across a harbour basin, ropes hanging from its bow.", item.Media[0].AltText);
        Assert.Equal("The bow points at the camera. Two tugs stand off.", PlainText.Write(item.Body));
        Assert.Equal(
            ["dc:description[hr]", "exif:Artist", "exif:Model", "location.country-code", "location.region", "photoshop:AuthorsPosition", "photoshop:CaptionWriter", "plus:LicensorEmail"],
            item.Dropped.Select(dropped => dropped.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Iim_without_a_charset_is_read_by_its_bytes()
    {
        var document = AssertWire.Read(AssertWire.Fixture("photo/iim-latin1.jpg"), "photo");
        var item = document.Items[0];
        Assert.Equal("charset-undeclared", Assert.Single(document.Faults).Code);
        Assert.Equal(("nwb:20260303:1744", "NWB", "00001744", "4", 4, "AUF-88120"), (item.Guid, item.Provider, item.Sequence, item.Priority, item.Urgency, item.TakeKey));
        Assert.Equal([new WireText("Der Hafen wächst nach Norden"), new WireText("HAFEN1", "title")], item.Headlines);
        Assert.Equal("Kräne stehen am Montag am neuen Kai.\nDie Pläne sind 20 Jahre alt.", item.Standfirst);
        Assert.Equal(("Jörg Thießen", "Nordwest Bilderdienst", "de", "Current"), (item.Byline, item.Credit, item.Language, item.Genre));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 16, 45, 0, TimeSpan.FromHours(1)), item.ContentCreated?.Instant);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 11, 25, 0, TimeSpan.FromHours(1)), item.Published?.Instant);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 18, 0, 0, TimeSpan.FromHours(1)), item.Embargo?.Until);
        Assert.Equal(new WireRights(null, null, "© Nordwest Bilderdienst 2026", new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(2))), item.Rights);
        Assert.Equal(["Hafen", "Küste", "Cuxhaven"], item.Keywords);
        Assert.Equal(("Schifffahrt", "subj", "04015001"), (item.Subjects[0].Name, item.Subjects[0].Scheme, item.Subjects[0].Code));
        Assert.Equal(["Verkehr", "Wirtschaft"], item.Subjects[0].Parents);
        Assert.Equal(["WIR", "Häfen"], item.Subjects.Skip(1).Select(subject => subject.Name));
        Assert.Equal(new WirePlace("Cuxhaven", Country: "Deutschland"), item.Located);
        Assert.Equal(["location.region", "location.country-code", "iim:2:07", "iim:2:85", "iim:2:118", "iim:2:122"], item.Dropped.Select(dropped => dropped.Name));
    }

    [Fact]
    public void Iim_that_was_changed_after_the_xmp_wins()
    {
        var document = AssertWire.Read(AssertWire.Fixture("photo/iim-newer.jpg"), "photo");
        var item = document.Items[0];
        Assert.Equal("iim-newer", Assert.Single(document.Faults).Code);
        Assert.Equal(("Le pont rouvre", "Le pont de la Guillotière a rouvert mardi, plus tôt que prévu.", "Anne Roux", "Lyon"), (item.Headline, item.Standfirst, item.Byline, item.Located?.Name));
        Assert.Equal([new WireDropped("photoshop:Headline", "Le pont ferme"), new WireDropped("dc:description", "Le pont de la Guillotière sera fermé lundi.")], item.Dropped);
    }

    [Fact]
    public void A_broken_picture_gives_what_it_still_says()
    {
        var document = AssertWire.Read(AssertWire.Fixture("photo/broken-cut.jpg"), "photo");
        var item = document.Items[0];
        Assert.Superset(new HashSet<string>(["unescaped-ampersand", "truncated"]), document.Faults.Select(fault => fault.Code).ToHashSet());
        Assert.Equal(("Fish & chips prices", "P. Wire", "P. Wire & Sons", "One use"), (item.Headline, item.Byline, item.Rights?.Notice, item.Rights?.UsageTerms));
        Assert.Equal((null, new DateTime(2026, 3, 2)), (item.ContentCreated?.Instant, item.ContentCreated?.Local));
    }

    [Fact]
    public void The_charset_of_the_old_macintosh_is_known_by_its_letters()
    {
        var item = AssertWire.Read(AssertWire.Fixture("photo/iim-macintosh.tif"), "photo").Items[0];
        Assert.Equal(("Élection à Genève", "Benoît Lévêque", "Une électrice dépose son bulletin à la mairie, dimanche."), (item.Headline, item.Byline, item.Standfirst));
        Assert.Equal((new WirePlace("Genève", Country: "CHE"), new DateTime(2026, 3, 1)), (item.Located, item.ContentCreated?.Local));
    }

    [Fact]
    public void A_graphic_says_it_in_the_texts_of_png_and_in_compressed_xmp()
    {
        var item = AssertWire.Read(AssertWire.Fixture("photo/graphic.png"), "photo").Items[0];
        Assert.Equal(new WireText("Flood levels on the Drina", "title"), Assert.Single(item.Headlines));
        Assert.Equal(("Water level at four gauges, in centimetres.", "Goran Tadic", "Lumen Graphics"), (item.Standfirst, item.Byline, item.Credit));
        Assert.Equal([new WireSubject("trainedAlgorithmicMedia", "digsrctype", "trainedAlgorithmicMedia")], item.Subjects);
        Assert.Equal([new WireSubject("Selma Brkić", "http://www.wikidata.org/entity/", "Q777")], item.People);
        Assert.Equal([new WireDropped("png:Software", "Chartmaker 4")], item.Dropped);
    }

    [Theory]
    [InlineData("exif-only.webp", null)]
    [InlineData("items.avif", "Lumen Agency")]
    public void Exif_speaks_where_nothing_else_does_and_its_clock_stays_local(string fixture, string? credit)
    {
        var item = AssertWire.Read(AssertWire.Fixture("photo/" + fixture), "photo").Items[0];
        Assert.Equal(("Snow on the Sljeme road", "Iva Posavec", credit, "Iva Posavec"), (item.Standfirst, item.Byline, item.Credit, item.Rights?.Notice));
        Assert.Equal((null, new DateTime(2026, 1, 11, 7, 58, 41)), (item.ContentCreated?.Instant, item.ContentCreated?.Local));
    }

    [Fact]
    public void What_is_printed_with_a_picture_is_given_to_who_has_its_bytes()
    {
        var file = PictureMetadata.Of(AssertWire.Fixture("photo/exif-only.webp"))!;
        Assert.Equal(("Snow on the Sljeme road", "Iva Posavec", 800, "image/webp"), (file.Caption, file.Credit, file.Width, file.MediaType));
        Assert.Null(PictureMetadata.Of("no picture"u8.ToArray()));
    }

    [Fact]
    public void A_picture_that_says_nothing_is_an_item_with_a_fault()
    {
        var document = AssertWire.Read([0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 16, 1, 1, 0x11, 0, 0xFF, 0xD9], "photo");
        Assert.Equal(("no-metadata", 16, 8), (Assert.Single(document.Faults).Code, document.Items[0].Media[0].Width, document.Items[0].Media[0].Height));
    }

    [Fact]
    public void What_points_everywhere_and_inflates_without_end_is_bounded()
    {
        var circle = new byte[64];
        "II*\0"u8.CopyTo(circle);
        (circle[4], circle[8], circle[10], circle[11], circle[12], circle[14], circle[18]) = (8, 4, 0x69, 0x87, 4, 1, 8);
        Assert.Single(AssertWire.Read(circle, "photo").Items);
        var sizes = Enumerable.Repeat((byte)0xFF, 4096).ToArray();
        foreach (var head in new[] { "\u0089PNG\r\n\u001a\n", "RIFF\u00ff\u00ff\u00ff\u00ffWEBP", "GIF89a", "MM\0*", "\0\0\0\u0018ftypavif\0\0\0\0" })
        {
            Assert.Single(AssertWire.Read([.. Encoding.Latin1.GetBytes(head), .. sizes], "photo").Items);
        }
    }

    [Theory]
    [InlineData("II*", Recognition.NotYet)]
    [InlineData("III", Recognition.NotYet)]
    [InlineData("Improved weather is expected over the whole of the northern coast on Tuesday, the office said.", Recognition.No)]
    public void Copy_is_no_picture(string head, Recognition answer) =>
        Assert.Equal(answer, WireFormats.Named("photo")!.Recognise(Encoding.ASCII.GetBytes(head), whole: false));
}
