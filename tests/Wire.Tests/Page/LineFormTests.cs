using Wireroom.Wire.Page;
using static Wireroom.Wire.Tests.Page.PageFixture;

namespace Wireroom.Wire.Tests.Page;

/// <summary>Single lines inside one small page: which of them are copy, and what the others are.</summary>
public sealed class LineFormTests
{
    private static readonly CaptureFormat Capture = new();

    private const string Before = "The harbour office in Ancona counted more boats in March than in any month since 2011, its head said.\n\nMost of them came from Dalmatia.\n\n";
    private const string After = "\n\nThe office will publish the figures for April in May.\n\nIt asked skippers to report their length.\n";

    [Theory]
    [InlineData("Photograph: Adria Foto/Ida Ricci")]
    [InlineData("(Photo by Ida Ricci/Adria Foto)")]
    [InlineData("Foto: Ida Ricci")]
    [InlineData("ADRIA/IDA RICCI")]
    [InlineData("© Adria Foto")]
    public void Credits_belong_to_pictures(string line)
    {
        var story = ReadText(Capture, Before + line + After).Items[0];
        Assert.Equal(4, Paragraphs(story).Count);
        Assert.False(string.IsNullOrEmpty(Pictures(story).Single().Credit));
    }

    [Theory]
    [InlineData("Advertisement")]
    [InlineData("Share on Facebook")]
    [InlineData("12 comments")]
    [InlineData("5 min read")]
    [InlineData("Tags: Ancona, harbours")]
    [InlineData("Published 3 March 2026, 14:05")]
    [InlineData("vor 3 Stunden")]
    [InlineData("Home > News > Sea")]
    [InlineData("Sign up to our newsletter for more news from the sea")]
    [InlineData("* * *")]
    public void Furniture_is_dropped_and_said_so(string line)
    {
        var story = ReadText(Capture, Before + line + After).Items[0];
        Assert.Equal(4, Paragraphs(story).Count);
        Assert.Equal(4, story.Body.Count);
        Assert.DoesNotContain(Paragraphs(story), text => text.Contains(line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"No,\" he said.")]
    [InlineData("By the evening all boats had left.")]
    [InlineData("More from the same office is expected on Friday.")]
    [InlineData("Share prices of two ferry lines rose on the news.")]
    [InlineData("The statement reads: nobody was hurt.")]
    [InlineData("Sign in the square and be heard, the poster said, and 400 people came.")]
    [InlineData("Copy link in hand, the skipper asked for his berth.")]
    [InlineData("On 3 March 2026 the count began.")]
    [InlineData("Latest news from the island is good, the mayor said.")]
    public void Sentences_are_copy_though_they_begin_like_furniture(string line)
    {
        var story = ReadText(Capture, Before + line + After).Items[0];
        Assert.Equal(line, Paragraphs(story)[2]);
        Assert.Equal(5, Paragraphs(story).Count);
    }

    [Theory]
    [InlineData("RIJEKA, March 3 (Adria) - Boats came back on Tuesday after a week of storms.", "RIJEKA, March 3", "Adria", "Boats came back on Tuesday after a week of storms.")]
    [InlineData("Split/Zagreb (Adria) – Boats came back on Tuesday after a week of storms.", "Split/Zagreb", "Adria", "Boats came back on Tuesday after a week of storms.")]
    [InlineData("ATHENS — Boats came back on Tuesday after a week of storms.", "ATHENS", null, "Boats came back on Tuesday after a week of storms.")]
    [InlineData("The boats - all of them - came back on Tuesday after a week of storms.", null, null, "The boats - all of them - came back on Tuesday after a week of storms.")]
    [InlineData("BREAKING — Boats came back on Tuesday after a week of storms.", null, null, "BREAKING — Boats came back on Tuesday after a week of storms.")]
    public void Datelines_and_agencies_are_parted_from_the_lead(string lead, string? dateline, string? credit, string copy)
    {
        var story = ReadText(Capture, lead + "\n\nNobody was hurt, the harbour said.\n").Items[0];
        Assert.Equal((dateline, credit, copy), (story.Dateline, story.Credit, Paragraphs(story)[0]));
    }

    [Theory]
    [InlineData("Nobody was hurt, the harbour office in Ancona said. (Adria)", "Adria")]
    [InlineData("Nobody was hurt, the harbour office in Ancona said. /adr/", "adr")]
    [InlineData("Nobody was hurt, the harbour office in Ancona said.\n\n(Adria)", "Adria")]
    [InlineData("Nobody was hurt, the harbour office in Ancona said.\n\nadr/ir", "adr/ir")]
    public void The_sign_off_is_a_credit(string foot, string credit)
    {
        var story = ReadText(Capture, Before + foot).Items[0];
        Assert.Equal(credit, story.Credit);
        Assert.EndsWith("Ancona said.", Paragraphs(story)[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Short copy needs no cutting.", "Short copy needs no cutting")]
    [InlineData("Mr. Perić of Split won the race on Sunday. It was his first.", "Mr. Perić of Split won the race on Sunday")]
    [InlineData("Police in Graz have found a painting that was stolen from a chapel in Carinthia thirty years ago, they said.", "Police in Graz have found a painting that was stolen from a chapel")]
    [InlineData("\"We will not give up the northern pier whatever they offer,\" the mayor of Zadar told a meeting of several hundred people.", "We will not give up the northern pier whatever they offer")]
    public void Working_titles_hold_together(string lead, string title) =>
        Assert.Equal(title, ReadText(Capture, lead + "\n\nMore is expected on Monday, officials said.\n").Items[0].Headline);

    [Theory]
    [InlineData("ferry_in_harbour-1200x800.JPG", "ferry in harbour")]
    [InlineData("ferry in harbour .jpg", "ferry in harbour")]
    [InlineData("IMG_20260303_1405.jpg", null)]
    [InlineData("DSC01234.JPG", null)]
    public void File_names_become_alternative_texts(string file, string? text) =>
        Assert.Equal(text, Pictures(ReadText(Capture, file + "\n\n" + Before).Items[0]).FirstOrDefault()?.AltText);
}
