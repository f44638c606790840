using System.Text;
using Wireroom.Wire.Page;
using static Wireroom.Wire.Tests.Page.PageFixture;

namespace Wireroom.Wire.Tests.Page;

public sealed class CaptureTests
{
    private static readonly CaptureFormat Capture = new();
    private static readonly DateTimeOffset Morning = new(2026, 3, 12, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_captured_page_of_the_field_holds_one_story_and_twelve_briefs()
    {
        var path = Shared("seed/000_1150606e3cb773aa.txt");
        Assert.SkipWhen(path is null, "The captured page is not beside this repository (shared/seed).");
        var bytes = File.ReadAllBytes(path!);
        Assert.Equal(Recognition.Yes, Capture.Recognise(bytes, whole: true));

        var document = Read(Capture, bytes, Morning);
        Assert.Empty(document.Faults);
        Assert.Equal(13, document.Items.Count);
        var story = document.Items[0];
        Assert.Equal(17, Paragraphs(story).Count);
        Assert.Equal(18, story.Body.Count);
        var picture = Assert.IsType<WirePicture>(story.Body[0]).Media;
        Assert.Equal("EPA/SANA", picture.Credit);
        Assert.EndsWith("Palmyra", picture.AltText, StringComparison.Ordinal);
        Assert.Equal("working", story.Headlines[0].Role);
        Assert.InRange(story.Headline!.Length, 40, 90);
        Assert.True(char.IsLetter(story.Headline[^1]));
        Assert.Equal(["headline", "date"], story.Guessed);
        Assert.All(document.Items.Skip(1), brief =>
        {
            Assert.Equal("Brief", brief.Genre);
            Assert.Equal("main", brief.Headlines[0].Role);
            Assert.Single(brief.Body);
            Assert.Contains("date", brief.Guessed);
        });
        Assert.StartsWith("Over 31,000", document.Items[1].Headline, StringComparison.Ordinal);
        Assert.StartsWith("Frankfurt, London", document.Items[12].Headline, StringComparison.Ordinal);
        Assert.DoesNotContain(document.Items, item => item.Headlines[0].Text.Contains('\u00A0', StringComparison.Ordinal));
    }

    [Fact]
    public void A_whole_article_is_parted_from_its_furniture()
    {
        var document = Read(Capture, Bytes("whole-article.txt"), Morning);
        var story = Story(document);
        Assert.Equal("Ferry crews on the northern Adriatic vote to keep the night boats", story.Headline);
        Assert.Equal(new WireText("ISLANDS", "kicker"), story.Headlines[1]);
        Assert.StartsWith("Deckhands and masters", story.Standfirst, StringComparison.Ordinal);
        Assert.Equal("Nives Barbalić and Toma Lučev", story.Byline);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 14, 5, 0, TimeSpan.FromHours(1)), story.Published!.Instant);
        Assert.Empty(story.Guessed);
        Assert.Equal(9, Paragraphs(story).Count);
        Assert.Equal(["What the timetable says", "Mayors want a say"], Headings(story));
        Assert.Equal([("night ferry valbiska", "The last boat of the day waits at Valbiska on Krk.", "Nives Barbalić/Kvarner Courier"), ("lorries at Merag", "Lorries at Merag, where the queue was longest last August.", "Toma Lučev")],
            Pictures(story).Select(picture => (picture.AltText, picture.Caption, picture.Credit)));
        Assert.IsType<WirePicture>(story.Body[0]);
        Assert.Equal(["Bura closes Krk bridge to lorries for a second day", "Rijeka market hall reopens after two years under scaffolding", "Why are the anchovies late this spring?", "Opatija counts its camellias", "Rab mayors ask for a second winter boat"],
            Briefs(document).Select(brief => brief.Headline));
        Assert.Contains(new WireDropped("tags", "Tags: Cres, Lošinj, ferries, timetable"), story.Dropped);
        Assert.Contains(story.Dropped, dropped => dropped.Name == "copyright");
    }

    [Fact]
    public void A_Croatian_page_gives_dateline_agency_dates_and_a_rail_with_times()
    {
        var document = Read(Capture, Bytes("hrvatski.txt"));
        var story = Story(document);
        Assert.Equal("Zagrebačka tržnica Kvatrić od ponedjeljka seli na Sajmište", story.Headline);
        Assert.Equal("Lovorka Tintor", story.Byline);
        Assert.Equal("ZAGREB, 27. veljače 2026.", story.Dateline);
        Assert.Equal("Medvednica", story.Credit);
        Assert.Equal(new DateTime(2026, 2, 27, 14, 5, 0), story.Published!.Local);
        Assert.Equal(new DateTime(2026, 2, 27, 16, 40, 0), story.VersionCreated!.Local);
        Assert.Equal(5, Paragraphs(story).Count);
        Assert.StartsWith("Prodavači s tržnice", Paragraphs(story)[0], StringComparison.Ordinal);
        Assert.EndsWith("nije poznat.", Paragraphs(story)[^1], StringComparison.Ordinal);
        Assert.Equal("Luka Stipanov/Medvednica", Pictures(story).Single().Credit);
        var rail = Briefs(document);
        Assert.Equal(["Sisak traži pomoć za obnovu starog mosta", "Vukovarska luka lani s rekordnim prometom žita", "Hoće li Velebit dobiti drugo sklonište?", "Dolac dobiva novu rasvjetu"], rail.Select(brief => brief.Headline));
        Assert.All(rail.Take(3), brief => Assert.Single(brief.Body));
        Assert.Contains(new WireDropped("time", "14:20"), rail[0].Dropped);
    }

    [Fact]
    public void A_German_page_goes_on_after_the_rail_inside_it()
    {
        var document = Read(Capture, Bytes("deutsch.txt"));
        var story = Story(document);
        Assert.Equal("Rostocker Lotsen warnen vor Sandbank in der Einfahrt", story.Headline);
        Assert.Equal("Henning Brockstedt", story.Byline);
        Assert.Equal(("Rostock", "Ostseedienst"), (story.Dateline, story.Credit));
        Assert.Equal("Küstenbild/Silke Warnke", Pictures(story).Single().Credit);
        Assert.Equal(6, Paragraphs(story).Count);
        Assert.Empty(Headings(story));
        Assert.EndsWith("Engpässen.", Paragraphs(story)[^1], StringComparison.Ordinal);
        Assert.Equal([0, 0, 1, 1], Briefs(document).Select(brief => brief.Body.Count));
    }

    [Fact]
    public void A_French_page_keeps_its_subheading_and_parts_two_dates_in_one_line()
    {
        var document = Read(Capture, Bytes("francais.txt"));
        var story = Story(document);
        Assert.Equal("Maëlle Kerbrat", story.Byline);
        Assert.StartsWith("Le port n'a plus", story.Standfirst, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2026, 3, 3, 14, 5, 0), story.Published!.Local);
        Assert.Equal(new DateTime(2026, 3, 3, 18, 30, 0), story.VersionCreated!.Local);
        Assert.Equal(["Des travaux plus longs que prévu"], Headings(story));
        Assert.Equal(7, Paragraphs(story).Count);
        Assert.Equal("Armor-Images", Pictures(story).Single().Credit);
        Assert.Equal(5, Briefs(document).Count);
    }

    [Fact]
    public void A_rail_may_stand_before_the_story()
    {
        var document = Read(Capture, Bytes("rail-before-story.txt"));
        var story = document.Items[0];
        Assert.Equal("Évora library finds a lost map of its aqueduct between two ledgers", story.Headline);
        Assert.Equal("Rui Calado", story.Byline);
        Assert.Equal(5, Paragraphs(story).Count);
        Assert.Equal([1, 1, 1, 0, 0], Briefs(document).Select(brief => brief.Body.Count));
    }

    [Fact]
    public void A_page_that_is_a_list_gives_briefs_and_no_story()
    {
        var document = Read(Capture, Bytes("front-page.txt"));
        Assert.Equal(7, document.Items.Count);
        Assert.All(document.Items, item => Assert.Equal("Brief", item.Genre));
        Assert.Equal("Novi Sad opens its third bridge to trams", document.Items[0].Headline);
        Assert.Equal("Linz steel hands accept shorter week", document.Items[4].Headline);
    }

    [Fact]
    public void Copy_alone_in_wrapped_lines_becomes_paragraphs_with_a_working_title()
    {
        var story = Assert.Single(Read(Capture, Bytes("copy-only-wrapped.txt")).Items);
        Assert.Equal(4, Paragraphs(story).Count);
        Assert.Contains("a detour of 14 kilometres.", Paragraphs(story)[2], StringComparison.Ordinal);
        Assert.Equal(new WireText("A bridge over the Soča at Kanal was closed to all traffic on Thursday", "working"), story.Headlines[0]);
        Assert.Equal(["headline"], story.Guessed);
    }

    [Fact]
    public void A_rail_without_a_name_is_told_from_subheadings()
    {
        var document = Read(Capture, Bytes("unnamed-rail.txt"));
        var story = Story(document);
        Assert.Equal(6, Paragraphs(story).Count);
        Assert.Equal(["Small boats suffer most", "What happens next"], Headings(story));
        Assert.Equal(["Bergen fish market bans plastic crates from summer", "Oslo night train to get family compartments", "Kirkenes shipyard wins order for two pilot boats"], Briefs(document).Select(brief => brief.Headline));
        var picture = Pictures(story).Single();
        Assert.Equal(("tromso harbour in polar night", "Sverre Aune/Nordlys Bilde"), (picture.AltText, picture.Credit));
    }

    [Fact]
    public void A_headline_that_asks_stands_over_its_byline_and_points_become_a_list()
    {
        var document = Read(Capture, Bytes("headline-list-rail.txt"));
        var story = Story(document);
        Assert.Equal("Is Ghent about to give its canals back to the barges?", story.Headline);
        Assert.Equal("Lotte Verschaeve", story.Byline);
        Assert.Equal("GHENT, Belgium", story.Dateline);
        Assert.Equal(4, Paragraphs(story).Count);
        Assert.Equal(3, Assert.Single(story.Body.OfType<WireList>()).Items.Count);
        Assert.Equal(5, Briefs(document).Count);
    }

    [Fact]
    public void A_script_without_spaces_is_read_by_the_same_forms()
    {
        var document = Read(Capture, Bytes("chinese.txt"));
        var story = Story(document);
        Assert.Equal("鹿特丹港口新建充电码头 内河船可夜间充电", story.Headline);
        Assert.Equal("林海舟", story.Byline);
        Assert.Equal(4, Paragraphs(story).Count);
        Assert.Equal(3, Briefs(document).Count);
    }

    [Fact]
    public void A_page_in_another_charset_without_blank_lines_is_read()
    {
        var document = Read(Capture, Bytes("windows-1250.txt"));
        var story = Story(document);
        Assert.Equal("Šibenik dobiva žičaru do tvrđave", story.Headline);
        Assert.Equal("Šime Škugor", story.Byline);
        Assert.Equal(new DateTime(2026, 3, 9, 11, 20, 0), story.Published!.Local);
        Assert.Equal(4, Paragraphs(story).Count);
        Assert.Equal(["Žene s Kaprija pletu mreže za muzej", "Čičmir vraća starinske kajke na more"], Briefs(document).Select(brief => brief.Headline));
    }

    [Fact]
    public void The_same_words_have_the_same_name_whatever_their_spaces()
    {
        var text = Encoding.UTF8.GetString(Bytes("unnamed-rail.txt"));
        var other = text.Replace("\n", "\r\n", StringComparison.Ordinal).Replace(" of ", "\u00A0of ", StringComparison.Ordinal);
        Assert.Equal(ReadText(Capture, text).Items.Select(item => item.Guid), ReadText(Capture, other).Items.Select(item => item.Guid));
        Assert.Equal(4, ReadText(Capture, text).Items.Select(item => item.Guid).Distinct().Count());
        // A brief is itself again on another page.
        var brief = Briefs(ReadText(Capture, text))[0];
        var elsewhere = "Latest news\n\nA tram in Bergen lost its way on Friday\n\nA tram in Bergen took the wrong turn on Friday and came back an hour late, the line said.\n\n" + brief.Headline + "\n\n" + Paragraphs(brief)[0] + "\n";
        Assert.Contains(brief.Guid, ReadText(Capture, elsewhere).Items.Select(item => item.Guid));
    }

    [Fact]
    public void A_date_given_by_a_person_is_no_guess()
    {
        var given = Read(Capture, Bytes("unnamed-rail.txt"), Morning, guessed: false).Items[0];
        Assert.Equal(Morning, given.Published!.Instant);
        Assert.Equal(["headline"], given.Guessed);
        Assert.Equal(["headline", "date"], Read(Capture, Bytes("unnamed-rail.txt"), Morning).Items[0].Guessed);
    }

    [Theory]
    [InlineData("<p>A page</p>")]
    [InlineData("{\"a\": \"A long sentence stands here, but in JSON it is no page at all.\"}")]
    [InlineData("From: desk@example.org\nSubject: Copy\n\nA sentence that is long enough to be taken for copy stands here.")]
    [InlineData("")]
    [InlineData("   \r\n\t ")]
    [InlineData("one\u0001two three four five six seven eight nine ten eleven twelve thirteen.")]
    [InlineData("1;2;3\n4;5;6\n7;8;9\n")]
    [InlineData("int main() {\n  return 0;\n}\n")]
    public void What_is_another_kind_of_document_is_not_a_captured_page(string text) =>
        Assert.Equal(Recognition.No, Capture.Recognise(Encoding.UTF8.GetBytes(text), whole: true));

    [Fact]
    public void Every_capture_is_recognised_and_cut_anywhere_never_throws()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "page"), "*.txt"))
        {
            var bytes = File.ReadAllBytes(path);
            Assert.Equal(Recognition.Yes, Capture.Recognise(bytes, whole: true));
            for (var length = 0; length < bytes.Length; length += 64)
            {
                Capture.Recognise(bytes.AsSpan(0, length), whole: true);
                var document = Read(Capture, bytes[..length]);
                Assert.True(document.Items.Count + document.Faults.Count > 0, $"{path} cut at {length} gave nothing and said nothing");
                Assert.All(document.Items, item => Assert.False(string.IsNullOrWhiteSpace(item.Headline)));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5_000_000)]
    public void Nothing_and_too_much_get_a_clear_fault(int length)
    {
        var document = Read(Capture, Enumerable.Repeat((byte)'a', length).ToArray());
        Assert.Empty(document.Items);
        Assert.Equal(WireFaultKind.Unreadable, Assert.Single(document.Faults).Kind);
    }

    [Fact]
    public void Noise_never_throws()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var noise = new byte[random.Next(1, 4000)];
            random.NextBytes(noise);
            for (var i = 0; i < noise.Length; i += random.Next(1, 60))
                noise[i] = (byte)'\n';
            var document = Read(Capture, noise);
            Assert.True(document.Items.Count + document.Faults.Count > 0);
        }
    }
}
