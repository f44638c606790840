using Wireroom.Newsroom.Intake;
using Wireroom.Newsroom.Intake.Translation;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Tests.Intake;

public sealed class TranslateTests
{
    private static readonly Source Source = new() { Slug = "adria", Name = "Adria News Service", Kind = SourceKind.Import, Credit = "Adria", Section = "region" };
    private static readonly Section[] Sections = [new("world", "World", 1), new("region", "Region", 2), new("economy", "Economy", 3), new("sport", "Sport", 4)];

    [Theory]
    [InlineData("KLJUČ, 3 March (Maestral) – At least seven people", "KLJUČ, 3 March", "At least seven people", "Ključ")]
    [InlineData("GOTHENBURG, Sweden (Halyard) — The chief executive", "GOTHENBURG, Sweden", "The chief executive", "Gothenburg")]
    [InlineData("NEW YORK, March 3 -- Markets fell", "NEW YORK, March 3", "Markets fell", "New York")]
    [InlineData("The dam – it had been inspected – gave way", "", "The dam – it had been inspected – gave way", "")]
    [InlineData("NATO said on Monday", "", "NATO said on Monday", "")]
    public void The_dateline_at_the_head_of_the_copy_is_taken_apart_from_it(string text, string dateline, string rest, string place)
    {
        var copy = Translate(Item([Paragraph(text)]));
        Assert.Equal((dateline, rest, place), (copy.Dateline, copy.Lead, copy.Place));
    }

    [Fact]
    public void A_place_in_bold_capitals_is_a_dateline()
    {
        var copy = Translate(Item([new WireParagraph([new WireRun("SARAJEVO/VIENNA", WireStyle.Bold), new WireRun(" The flood has caused damage.")])]));
        Assert.Equal(("SARAJEVO/VIENNA", "The flood has caused damage.", "Sarajevo"), (copy.Dateline, copy.Lead, copy.Place));
    }

    [Fact]
    public void Copy_without_a_headline_gets_a_working_title_that_is_marked()
    {
        var copy = Translate(Item([Paragraph("Dr. Ana Perić of the waterway office said on Monday that the gauge had failed. Nobody had noticed.")]) with { Headlines = [] });
        Assert.Equal("Dr. Ana Perić of the waterway office said on Monday that the gauge had failed", copy.Headline);
        Assert.True(copy.HeadlineIsWorkingTitle);
        Assert.Contains("headline", copy.Guessed);
    }

    [Fact]
    public void A_headline_that_the_reader_guessed_is_a_working_title_too() =>
        Assert.True(Translate(Item([Paragraph("Text.")]) with { Guessed = ["headline"] }).HeadlineIsWorkingTitle);

    [Fact]
    public void A_description_that_repeats_the_first_paragraph_is_no_standfirst()
    {
        Assert.Equal("", Translate(Item([Paragraph("The dam above Mostar gave way early on Monday.")]) with { Standfirst = "The dam above Mostar gave way early…" }).Standfirst);
        Assert.Equal("Seven are missing.", Translate(Item([Paragraph("The dam gave way.")]) with { Standfirst = "Seven are missing." }).Standfirst);
        Assert.Equal("All there is.", Translate(Item([]) with { Standfirst = "All there is." }).Lead);
    }

    [Fact]
    public void The_section_comes_from_the_subjects_and_keywords_and_then_from_the_source()
    {
        Assert.Equal("sport", Section(Item([]) with { Subjects = [new WireSubject("football", "medtop", "medtop:20001065", Parents: ["medtop:15000000"])] }));
        Assert.Equal("economy", Section(Item([]) with { Keywords = ["grain", "Economy"] }));
        Assert.Equal("economy", Section(Item([]) with { Keywords = ["finance"] }));
        Assert.Equal("region", Section(Item([]) with { Keywords = ["flood"], Subjects = [new WireSubject("flood", "medtop", "medtop:20000154")] }));
        Assert.Equal("", Translate(Item([]), new TranslationContext(Source with { Section = "" }, Sections, "en")).Section);

        // What only the vocabulary says, that shares are economy, gives way to the section of the source.
        var shares = Wire.Topics.MediaTopics.Complete(Item([]) with { Subjects = [new WireSubject("stock activity", "medtop", "20000186")] });
        Assert.Contains("economy, business and finance", shares.Subjects[0].Parents!);
        Assert.Equal("region", Translate(shares, new TranslationContext(Source with { Section = "region" }, Sections, "en")).Section);
        Assert.Equal("economy", Translate(shares, new TranslationContext(Source with { Section = "" }, Sections, "en")).Section);
        var guessed = Translate(Item([]), new TranslationContext(Source with { Section = "" }, Sections, "en") { GuessSection = true });
        Assert.Equal("world", guessed.Section);
        Assert.Contains("section", guessed.Guessed);
        Assert.Equal("sport", Translate(Item([]) with { Keywords = ["economy"] }, new TranslationContext(Source, Sections, "en") { Section = "sport" }).Section);
    }

    [Fact]
    public void An_embargo_that_could_not_be_read_closes_the_copy()
    {
        var copy = Translate(Item([]) with { Embargo = new WireEmbargo("until the minister has spoken", null) });
        Assert.True(copy.Embargo!.Binds(DateTimeOffset.MaxValue));
        Assert.Equal("until the minister has spoken", copy.Embargo.AsSent);
        Assert.False(Wireroom.Newsroom.Intake.Dedupe.SelfRelease.Decide(Item([]), copy, trusted: true));
    }

    [Fact]
    public void A_picture_keeps_its_words_where_its_file_did_not_come_and_the_largest_size_is_chosen()
    {
        var item = Item([Paragraph("Text.")]) with
        {
            Media =
            [
                new WireMedia("thumbnail", "https://a.example/t.jpg", "image/jpeg") { Guid = "p1", Caption = "The dam", Width = 90 },
                new WireMedia("main", "https://a.example/l.jpg", "image/jpeg") { Guid = "p1", Caption = "The dam", Credit = "EPA/SANA", Width = 1600 },
                new WireMedia("body", "https://a.example/sound.mp3", "audio/mpeg") { Caption = "Interview" },
            ],
        };
        var picture = Assert.IsType<PictureBlock>(Translate(item).Body[0]).Picture;
        Assert.Equal(new Picture("", "The dam", "The dam", "EPA/SANA", 1600), picture);
        Assert.Single(Translate(item).Body.OfType<PictureBlock>());
    }

    [Fact]
    public void A_picture_that_stands_in_the_body_is_not_shown_twice()
    {
        var item = Item([Paragraph("Text."), new WirePicture(new WireMedia("body", "https://a.example/p.jpg?w=800") { Caption = "The dam" })]) with
        {
            Media = [new WireMedia("main", "https://a.example/p.jpg?w=1600", "image/jpeg")],
        };
        Assert.Single(Translate(item).Body.OfType<PictureBlock>());
    }

    [Theory]
    [InlineData("KILL. Please kill the story slugged HARBOUR. The statement was a forgery, the company says.", "The statement was a forgery, the company says.")]
    [InlineData("EDITORS: do not use.", "Adria withdrew this story.")]
    [InlineData(null, "Adria withdrew this story.")]
    public void The_reason_of_a_kill_is_what_readers_may_be_told(string? note, string reason) =>
        Assert.Equal(reason, Signals.Withdrawal(Item([]) with { EdNote = note }, Source).Reason);

    [Fact]
    public void Withheld_and_cancelled_copy_binds_without_a_signal()
    {
        Assert.Equal(WireSignal.Hold, Signals.Settle(Item([]) with { PubStatus = "withheld" }).Signal);
        Assert.Equal(WireSignal.Withdrawal, Signals.Settle(Item([]) with { PubStatus = "canceled" }).Signal);
        Assert.Equal(WireSignal.New, Signals.Settle(Item([]) with { PubStatus = "usable" }).Signal);
    }

    private static string Section(WireItem item) => Translate(item).Section;

    private static Copy Translate(WireItem item, TranslationContext? context = null) =>
        Wireroom.Newsroom.Intake.Translation.Translate.Of(item, context ?? new TranslationContext(Source, Sections, "en"));

    private static WireParagraph Paragraph(string text) => new([new WireRun(text)]);

    private static WireItem Item(IReadOnlyList<WireBlock> body) => new() { Format = "rss", Headlines = [new WireText("Headline")], Body = body };
}
