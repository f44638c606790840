using Wireroom.Language;
using Wireroom.Language.Attribution;

namespace Wireroom.Newsroom.Tests.WhoSays;

/// <summary>Speakers and the ends of what they say, where words of all sorts stand between.</summary>
public sealed class SpeakerTests
{
    [Theory]
    [InlineData("Mirela Tucić, 41, of Bihać, who saw the fire, said: \"It was over in minutes.\"", "Mirela Tucić, 41, of Bihać, who saw the fire", "\"It was over in minutes.\"")]
    [InlineData("Last week, Jonas Weller, the editor of the weekly, wrote that the plan was dead.", "Jonas Weller, the editor of the weekly", "that the plan was dead")]
    [InlineData("The mayor, who took office in May, last week said the bridge was safe.", "The mayor, who took office in May", "the bridge was safe")]
    [InlineData("One in five said they did not care.", "One in five", "they did not care")]
    [InlineData("Most said they would stay.", "Most", "they would stay")]
    [InlineData("The two thirds who left early, the teacher Agron Hoti said, want a new vote.", "the teacher Agron Hoti", "The two thirds who left early|want a new vote")]
    [InlineData("\"Is it over?\" the mayor asked. \"Nobody knows,\" said Weller as he left the hall.", "Weller", "\"Nobody knows,\"")]
    [InlineData("The bridge is safe, the mayor told state radio as he opened it.", "the mayor", "The bridge is safe")]
    [InlineData("The council said it would pay for the roof, which fell in the storm of last winter.", "The council", "it would pay for the roof")]
    [InlineData("The council said it would pay for the roof, while the owner has offered to pay for the walls.", "The council", "it would pay for the roof")]
    [InlineData("Weller, who says the money is lost, has written to the council.", "who", "the money is lost")]
    [InlineData("But, Weller added, the plan would fail.", "Weller", "the plan would fail")]
    [InlineData("Weller said, if elected, he would cut the tax.", "Weller", "if elected, he would cut the tax")]
    [InlineData("The ministry said — on its channel, as it happens — that the road was open.", "The ministry", "that the road was open")]
    [InlineData("Weller told a town hall in Novi Most, near the border, on Monday that the road was open.", "Weller", "that the road was open")]
    [InlineData("Aides said the average gift was 27 euros.", "Aides", "the average gift was 27 euros")]
    [InlineData("People briefed on the talks said that the road would open.", "People briefed on the talks", "that the road would open")]
    [InlineData("The suit claims that the firm hid the leak.", "The suit", "that the firm hid the leak")]
    [InlineData("The mayor said the roof was \"not a danger,\" pointing to a report of last year.", "The mayor", "the roof was \"not a danger,\"")]
    [InlineData("The mayor said the roof was safe, a claim that the owner has called a joke.", "The mayor", "the roof was safe")]
    [InlineData("The mayor said the roof was safe, as have the engineers of the canton.", "The mayor", "the roof was safe")]
    [InlineData("Weller went through the code of his father: \"Good manners were assumed,\" he said.", "he", "\"Good manners were assumed,\"")]
    [InlineData("The council released a statement on Wednesday saying the road was open.", "The council", "the road was open")]
    [InlineData("The vote was close, with the clerk's office saying 47 ballots were void.", "the clerk's office", "47 ballots were void")]
    public void Who_speaks_and_how_far(string text, string source, string content)
    {
        var passage = new Passage(text, "en", 0);
        var statement = LedgerReader.Read(passage).Statements[^1];
        Assert.Equal(source, passage[Assert.Single(statement.SourceSpans)].TrimEnd(','));
        Assert.Equal(content.Split('|'), statement.Content.Select(span => passage[span]));
    }

    [Theory]
    [InlineData("The court will rule on what the mayor said was a mistake by the council.")]
    [InlineData("Since May the firm has responded by closing two of its mines.")]
    [InlineData("The team maintains a lead in the league, but its rivals have gained on it.")]
    [InlineData("The officer, who reports to the minister, was at the scene of the fire.")]
    [InlineData("The editor was blamed for saying it had been a joke.")]
    [InlineData("All told, five million people could be moved.")]
    [InlineData("The voters have had their say, and the mayor has lost.")]
    [InlineData("Not everything the mayor says is true.")]
    [InlineData("The council did not recall its envoy from the capital.")]
    public void What_tells_nothing_is_no_statement(string text) => Assert.Empty(LedgerReader.Read(new Passage(text, "en", 0)).Statements);

    [Theory]
    [InlineData("Few believed the mayor's claim that the money was lost.", "the mayor's", "claim", "that the money was lost")]
    [InlineData("Nobody knew of his assertion that the dam would break, and the town was flooded.", "his", "assertion", "that the dam would break")]
    public void A_noun_says_it_for_its_owner(string text, string source, string cue, string content)
    {
        var passage = new Passage(text, "en", 0);
        var statement = Assert.Single(LedgerReader.Read(passage).Statements);
        Assert.Equal("noun", statement.Rule);
        Assert.Equal([source, cue, content], new[] { statement.SourceSpans[0], statement.Cue[0], statement.Content[0] }.Select(span => passage[span]));
    }

    [Fact]
    public void A_name_after_a_comma_is_the_speakers()
    {
        var ledger = LedgerReader.Read(new Passage("A lawyer for the director, Sabina Ferhatović, said the contract had been broken.", "en", 0));
        var source = Assert.Single(ledger.Sources);
        Assert.Equal(("Sabina Ferhatović", SourceKind.Person, true, "lawyer for the director"), (source.Name, source.Kind, source.Named, source.Role));
    }

    [Fact]
    public void A_name_that_ends_what_was_said_is_not_the_speakers()
    {
        var ledger = LedgerReader.Read(new Passage("The dam belongs to Krajina Waters, the prosecutor of the canton said.", "en", 0));
        var source = Assert.Single(ledger.Sources);
        Assert.Equal(("prosecutor of the canton", false), (source.Name, source.Named));
    }

    [Fact]
    public void It_is_the_body_last_told_of()
    {
        var ledger = LedgerReader.Read(new Passage("The ferry line Jadran Lines was fined in May. It said the fine was unjust.", "en", 0));
        var source = Assert.Single(ledger.Sources);
        Assert.Equal(("Jadran Lines", SourceKind.Institution, true), (source.Name, source.Kind, source.Named));
    }

    [Fact]
    public void One_office_is_not_another()
    {
        var ledger = LedgerReader.Read(Passage.Of("Croatian FM rejects claims of secret talks", ["The mayor told state radio on Friday that the bridge was safe and that the claims were an invention."], "en"));
        Assert.Equal(["Croatian FM", "mayor"], ledger.Statements.Select(statement => ledger.SourceOf(statement)!.Name));
        Assert.Equal([true, false], ledger.Statements.Select(statement => ledger.SourceOf(statement)!.Named));
        Assert.Equal(SourceKind.Institution, ledger.Sources.Single(source => source.Name == "state radio").Kind);
    }

    [Fact]
    public void A_headline_ends_with_its_speaker()
    {
        var ledger = LedgerReader.Read(Passage.Of("Rebels take two villages, commander says", ["The rebels took two villages east of the river on Monday and moved on to the old bridge."], "en"));
        var statement = Assert.Single(ledger.Statements);
        Assert.Equal(("commander", false, true), (ledger.SourceOf(statement)!.Name, ledger.SourceOf(statement)!.Named, statement.InHeadline));
    }

    [Theory]
    [InlineData("The bridge is safe, the mayor told reporters, the council said, and the road is open, the firm added, and it is dry, Weller noted.")]
    [InlineData("In the north marchers held white roses, Radio Norda reported, while in the south the parade began with silence, the Weekly reported.")]
    [InlineData("The plan, the mayor said, the council said, is dead.")]
    public void No_statement_stands_inside_itself(string text)
    {
        var ledger = LedgerReader.Read(new Passage(text, "en", 0));
        for (var at = 0; at < ledger.Statements.Count; at++)
        {
            var steps = 0;
            for (var outer = ledger.Statements[at].Inside; outer is { } one; outer = ledger.Statements[one].Inside)
                Assert.True(++steps <= ledger.Statements.Count);
        }
    }

    [Fact]
    public void All_who_speak_are_named_once_and_no_pronoun_is()
    {
        var ledger = LedgerReader.Read(new Passage("State news agency Norda reported, quoting an unnamed army source, that the bridge had fallen. Norda said a boat was lost. He said no more.", "en", 0));
        Assert.Equal(["Norda", "army source"], ledger.Speakers);
    }

    [Fact]
    public void A_quotation_of_its_own_goes_to_who_spoke_before()
    {
        var passage = new Passage("\"The roof is gone,\" Weller said.\n\"We start again.\"\nThe council meets on Monday.", "en", 0);
        Assert.Equal(["\"The roof is gone,\"", "\"We start again.\""], Assert.Single(LedgerReader.Read(passage).Statements).Content.Select(span => passage[span]));
    }

    [Fact]
    public void Who_stands_behind_a_quotation_that_ended_its_sentence_said_it()
    {
        var passage = new Passage("\"I hope you find the papers that are missing.\" Weller said.", "en", 0);
        var statement = Assert.Single(LedgerReader.Read(passage).Statements);
        Assert.Equal(["Weller", "\"I hope you find the papers that are missing.\""], new[] { statement.SourceSpans[0], statement.Content[0] }.Select(span => passage[span]));
    }

    [Fact]
    public void What_an_agency_reports_on_the_authority_of_a_count_stands_inside()
    {
        var passage = new Passage("The agency reported that, according to a count of its own, 85 ballots were void.", "en", 0);
        var statements = LedgerReader.Read(passage).Statements;
        Assert.Equal(["The agency", "a count of its own"], statements.Select(statement => passage[statement.SourceSpans[0]]));
        Assert.Equal((0, "85 ballots were void"), (statements[1].Inside, passage[Assert.Single(statements[1].Content)]));
    }
}
