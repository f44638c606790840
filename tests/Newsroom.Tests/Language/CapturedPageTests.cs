using Wireroom.Language;
using Wireroom.Language.Attribution;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Tests.WhoSays;

/// <summary>The ledger of the captured page of the field, through the reader of pages.</summary>
public sealed class CapturedPageTests
{
    private const string Observatory = "Syrian Observatory for Human Rights";

    [Fact]
    public void Its_ledger_holds_who_says_so()
    {
        var path = Path.Combine(Repository.Root, "../shared/seed/000_1150606e3cb773aa.txt");
        Assert.SkipWhen(!File.Exists(path), "The captured page is not beside this repository (shared/seed).");
        var document = new WireDocument();
        WireFormats.All.Single(format => format.Name == "capture").Read(WireInput.Of(File.ReadAllBytes(path)), document);
        var story = document.Items[0];
        var passage = Passage.Of(story.Headline, story.Body.OfType<WireParagraph>().Select(paragraph => string.Concat(paragraph.Runs.Select(run => run.Text))), "en");
        var ledger = LedgerReader.Read(passage);

        // SANA quoting an unnamed military source on the clearing of the city.
        var cleared = With("Troops and allied militiamen cleared");
        Assert.Equal(["SANA", "military source"], ledger.ChainOf(cleared).Select(source => source.Name));
        Assert.Equal((Hand.Second, Certainty.SecondHand), (cleared.Hand, cleared.Certainty));
        Assert.False(ledger.SourceOf(cleared)!.Named);
        Assert.Equal(("state news agency", SourceKind.Institution), (ledger.Sources[cleared.Via[0]].Role, ledger.Sources[cleared.Via[0]].Kind));
        Assert.Contains("unnamed", ledger.SourceOf(cleared)!.Descriptions);

        // The Observatory, confirming; pro-opposition and Britain-based.
        var confirmed = With("The recapture of the city, which");
        Assert.Equal((Observatory, Manner.Confirmed), (NameOf(confirmed), confirmed.Manner));
        var observatory = ledger.SourceOf(confirmed)!;
        Assert.Equal("pro-opposition", observatory.Interest);
        Assert.Contains("pro-opposition", observatory.Descriptions);
        Assert.Contains("Britain-based", observatory.Descriptions);

        // It quotes "multiple reliable sources" on the order to withdraw.
        var order = With("that Islamic State fighters in the city had received orders");
        Assert.Equal([Observatory, "multiple reliable sources"], ledger.ChainOf(order).Select(source => source.Name));
        Assert.Equal(Hand.Second, order.Hand);
        Assert.False(ledger.SourceOf(order)!.Named);

        // "The group" and "the report".
        Assert.Equal(Observatory, NameOf(With("there were still sounds of gunfire")));
        Assert.Equal("SANA", NameOf(With("that army engineers had cleared")));

        // The figures, their sides and their source.
        Assert.Equal(
            [(400m, Bound.AtLeast, "Islamic State", Observatory), (180m, Bound.Exact, "government", Observatory)],
            ledger.Figures.Where(figure => figure.Kind == FigureKind.Dead).Select(figure => (figure.Value, figure.Bound, figure.Side!, NameOf(ledger.Statements[figure.Statement!.Value]))));

        // The head of antiquities told SANA; what he added is his.
        var told = With("that the government intended to send");
        Assert.Equal(("Maamoun Abdelkarim", SourceKind.Person), (NameOf(told), ledger.SourceOf(told)!.Kind));
        Assert.EndsWith("head of antiquities", ledger.SourceOf(told)!.Role, StringComparison.Ordinal);
        Assert.Equal(["SANA"], told.Via.Select(at => ledger.Sources[at].Name));
        Assert.Equal("Maamoun Abdelkarim", NameOf(With("They would work under the supervision")));

        // Footage published by SANA; and a question that nobody answers.
        var shown = With("parts of the ruined city");
        Assert.Equal((SourceKind.Footage, Manner.Shown), (ledger.SourceOf(shown)!.Kind, shown.Manner));
        Assert.Equal(["SANA"], shown.Via.Select(at => ledger.Sources[at].Name));
        var open = Assert.Single(ledger.Statements, statement => statement.Certainty == Certainty.Open);
        Assert.Null(open.Source);
        Assert.StartsWith("the state of Palmyra's ruins", passage[open.Content[0]], StringComparison.Ordinal);

        string NameOf(Statement statement) => ledger.SourceOf(statement)!.Name;
        Statement With(string content) => Assert.Single(ledger.Statements, statement => passage[statement.Content[0]].StartsWith(content, StringComparison.Ordinal));
    }
}
