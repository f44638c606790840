using Wireroom.Stories;

namespace Wireroom.Newsroom.Tests.Stories;

/// <summary>Whom a byline names, and where a dateline is.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("Ana Perić", "", "Ana Perić")]
    [InlineData("Ana Perić and Ivo Kos", "", "Ana Perić|Ivo Kos")]
    [InlineData("Ana Perić in Split, Ivo Kos in Zadar & Jan van der Meer", "", "Ana Perić|Ivo Kos|Jan van der Meer")]
    [InlineData("ANA PERIĆ, Maestral News Agency", "Maestral News Agency", "ANA PERIĆ")]
    [InlineData("Ivo Kos i Marta Anić", "", "Ivo Kos|Marta Anić")]
    [InlineData("our correspondents", "", "")]
    [InlineData("Staff", "", "")]
    [InlineData("J. R. Anić/Adria", "", "J. R. Anić")]
    [InlineData("سليم حداد", "", "سليم حداد")]
    [InlineData("", "", "")]
    public void A_byline_names_people_and_loses_no_word(string byline, string credit, string names)
    {
        Assert.Equal(names, string.Join('|', Bylines.Names(byline, credit)));
        Assert.Equal(byline, string.Concat(Bylines.Parts(byline, credit).Select(part => part.Text)));
    }

    [Theory]
    [InlineData("", "ZAGREB, 3 March", "Zagreb")]
    [InlineData("", "BANJA LUKA", "Banja Luka")]
    [InlineData("", "Split 3. ožujka", "Split")]
    [InlineData("", "بيروت، 3 آذار", "بيروت")]
    [InlineData("Mostar", "ZAGREB, 3 March", "Mostar")]
    [InlineData("", "3 March", null)]
    [InlineData(" ", "", null)]
    public void A_place_is_what_the_copy_says_or_what_its_dateline_opens_with(string place, string dateline, string? expected) =>
        Assert.Equal(expected, StoryNames.PlaceOf(new Copy { Headline = "", Place = place, Dateline = dateline }));

    [Fact]
    public void A_copy_is_found_by_each_name_once()
    {
        var names = StoryNames.Of(new Copy { Headline = "", Byline = "Ana Perić and ANA PERIĆ", Dateline = "SPLIT", Credit = "Maestral News Agency" });
        Assert.Equal(
            [new StoryName(NameKind.Author, "ana-peric", "Ana Perić"), new StoryName(NameKind.Place, "split", "Split"), new StoryName(NameKind.Agency, "maestral-news-agency", "Maestral News Agency")],
            names);
    }
}
