using System.Text.Encodings.Web;
using Wireroom.Language.Attribution;
using Wireroom.Newsroom.Paper;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.LedgerPages;

/// <summary>From copy to passage and back: sentences lie where the page marks them.</summary>
public sealed class CopyPassageTests
{
    [Fact]
    public void Every_statement_of_the_body_is_marked_where_it_stands()
    {
        var copy = Copies.Ferry();
        var passage = CopyPassage.Of(copy);
        var ledger = CopyPassage.ReadLedger(copy, []);
        var marks = SentenceMarks.Of(passage, ledger);
        Assert.Equal(["Jure Perić", "The harbour office"], ledger.Statements.Select(statement => ledger.SourceOf(statement)!.Name), Said);
        var html = Html(copy, marks);
        Assert.Contains("<p><span class=\"voiced\" id=\"said-1\">The ferry ran <strong>aground</strong> at noon, Jure Perić said.</span></p>", html, StringComparison.Ordinal);
        Assert.Contains("<li>Nobody is hurt.</li><li><span class=\"voiced\" id=\"said-2\">The harbour office said the sea was calm.</span></li>", html, StringComparison.Ordinal);
        Assert.Contains("<p>Rain is expected in the evening.</p>", html, StringComparison.Ordinal);
        Assert.Equal(Html(copy, SentenceMarks.None), html.Replace("</span>", "", StringComparison.Ordinal).Replace("<span class=\"voiced\" id=\"said-1\">", "", StringComparison.Ordinal).Replace("<span class=\"voiced\" id=\"said-2\">", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_working_title_is_not_read_twice()
    {
        var copy = Copies.Ferry("The ferry ran aground at noon, Jure Perić said") with { HeadlineIsWorkingTitle = true };
        Assert.StartsWith("The ferry ran aground at noon, Jure Perić said.\n\nWhat is known", CopyPassage.Of(copy).Passage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Copy_in_another_language_has_no_ledger_rather_than_a_bad_one()
    {
        var copy = Copies.Ferry() with { Language = "hr", Body = [new Paragraph(RichText.Of("Trajekt se nasukao u podne, rekao je Jure Perić."))] };
        Assert.Empty(CopyPassage.ReadLedger(copy, []).Statements);
    }

    [Fact]
    public void An_editors_word_stands_over_the_readers_and_holds_while_its_words_stand()
    {
        var copy = Copies.Ferry();
        var at = new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);
        var passage = CopyPassage.Of(copy).Passage;
        var words = passage.WordsOf(CopyPassage.ReadLedger(copy, []).Statements[0]);
        Mend[] mends =
        [
            new(words, "Ana", at) { Source = "a sailor", Unnamed = true, Via = "Radio Vis", Manner = Manner.Claimed },
            new("Rain is expected in the evening", "Ana", at) { Source = "Weather Office", Kind = SourceKind.Institution },
            new("the sea was calm", "Ana", at) { NotSaid = true },
            new("words that stand nowhere", "Ana", at) { Source = "Nobody" },
        ];
        var mended = CopyPassage.ReadLedger(copy, mends);
        Assert.Equal(2, mended.Statements.Count);
        var first = mended.Statements[0];
        Assert.Equal(["Radio Vis", "a sailor"], mended.ChainOf(first).Select(source => source.Name));
        Assert.Equal((Hand.Second, Manner.Claimed, Certainty.SecondHand, Mending.Rule), (first.Hand, first.Manner, first.Certainty, first.Rule));
        Assert.False(mended.SourceOf(first)!.Named);
        Assert.Equal("Weather Office", mended.SourceOf(mended.Statements[1])!.Name);

        var later = copy with { Body = [.. copy.Body.Take(1)] };
        var held = Assert.Single(CopyPassage.ReadLedger(later, mends).Statements);
        Assert.Equal(Mending.Rule, held.Rule);
    }

    private static bool Said(string expected, string actual) => actual.EndsWith(expected, StringComparison.Ordinal) || expected.EndsWith(actual, StringComparison.Ordinal);

    private static string Html(Copy copy, SentenceMarks marks)
    {
        using var html = new StringWriter();
        new BodyHtml(copy.Body) { Marks = marks }.WriteTo(html, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return html.ToString();
    }
}
