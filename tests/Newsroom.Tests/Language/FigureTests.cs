using Wireroom.Language;
using Wireroom.Language.Attribution;

namespace Wireroom.Newsroom.Tests.WhoSays;

public sealed class FigureTests
{
    [Theory]
    [InlineData("At least 14 people were killed in the blast.", "At least 14", 14, Bound.AtLeast, FigureKind.Dead, "people")]
    [InlineData("The blast wounded 30 soldiers.", "30", 30, Bound.Exact, FigureKind.Wounded, "soldiers")]
    [InlineData("More than 1,200 families have fled the town.", "More than 1,200", 1200, Bound.AtLeast, FigureKind.Displaced, "families")]
    [InlineData("Police arrested about 40 protesters.", "about 40", 40, Bound.About, FigureKind.Held, "protesters")]
    [InlineData("Up to 2.5 million voters may stay at home.", "Up to 2.5 million", 2_500_000, Bound.AtMost, FigureKind.Other, "voters")]
    public void A_figure_has_a_bound_a_kind_and_what_it_counts(string text, string span, int value, Bound bound, FigureKind kind, string counts)
    {
        var passage = new Passage(text, "en", 0);
        var figure = Assert.Single(LedgerReader.Read(passage).Figures);
        Assert.Equal((span, (decimal)value, bound, kind, counts), (passage[figure.Span], figure.Value, figure.Bound, figure.Kind, figure.Counts));
    }

    [Fact]
    public void A_sum_has_its_currency()
    {
        var figure = Assert.Single(LedgerReader.Read(new Passage("The bridge cost $4.2 million to build.", "en", 0)).Figures);
        Assert.Equal((4_200_000m, "USD", FigureKind.Money), (figure.Value, figure.Currency, figure.Kind));
    }

    [Fact]
    public void Each_side_has_its_dead_and_the_source_that_counts_them()
    {
        var ledger = LedgerReader.Read(new Passage("The siege cost the lives of at least 90 rebel fighters and 35 government soldiers, according to the Conflict Register.", "en", 0));
        Assert.Equal([("rebel", 90m, FigureKind.Dead), ("government", 35m, FigureKind.Dead)], ledger.Figures.Select(figure => (figure.Side!, figure.Value, figure.Kind)));
        Assert.All(ledger.Figures, figure => Assert.Equal(0, figure.Statement));
    }

    [Fact]
    public void Years_ages_and_days_are_no_figures() =>
        Assert.Empty(LedgerReader.Read(new Passage("In 2014, on March 3, Ann Moor, 31, left at 6 p.m. and came back in 2016.", "en", 0)).Figures);
}
