using Wireroom.Language;
using Wireroom.Language.Attribution;

namespace Wireroom.Newsroom.Tests.WhoSays;

public sealed class LedgerTests
{
    [Theory]
    [InlineData("The road is closed, police said.", "police", "said", "The road is closed", Manner.Said)]
    [InlineData("Police said that the road was closed.", "Police", "said", "that the road was closed", Manner.Said)]
    [InlineData("\"The road is closed,\" said Anna Keller, a spokeswoman.", "Anna Keller, a spokeswoman", "said", "\"The road is closed,\"", Manner.Said)]
    [InlineData("The road, police said, was closed at noon.", "police", "said", "The road|was closed at noon", Manner.Said)]
    [InlineData("\"It is closed,\" Keller said. \"It will stay closed.\"", "Keller", "said", "\"It is closed,\"|\"It will stay closed.\"", Manner.Said)]
    [InlineData("According to the ministry, the road was closed.", "the ministry", "According to", "the road was closed", Manner.Said)]
    [InlineData("The road was closed, according to the ministry.", "the ministry", "according to", "The road was closed", Manner.Said)]
    [InlineData("The closure of the road was confirmed by the ministry.", "the ministry", "was confirmed by", "The closure of the road", Manner.Confirmed)]
    [InlineData("The ministry denied that the road was closed.", "The ministry", "denied", "that the road was closed", Manner.Denied)]
    [InlineData("The difference, she told reporters on Friday, is that the dam is older.", "she", "told", "The difference|is that the dam is older", Manner.Said)]
    [InlineData("The bridge fell at noon, The Adriatic Courier reports.", "The Adriatic Courier", "reports", "The bridge fell at noon", Manner.Said)]
    [InlineData("If the rain goes on, Keller argues, there will be no harvest.", "Keller", "argues", "If the rain goes on|there will be no harvest", Manner.Said)]
    [InlineData("Though the road was short, Keller said, closing it would be a mistake.", "Keller", "said", "Though the road was short|closing it would be a mistake", Manner.Said)]
    [InlineData("Who had the key is, Keller said, \"the first question and the last\".", "Keller", "said", "Who had the key is|\"the first question and the last\"", Manner.Said)]
    [InlineData("Keller told supporters this weekend she would not resign.", "Keller", "told", "she would not resign", Manner.Said)]
    [InlineData("Keller warned the islanders to stay at home.", "Keller", "warned", "to stay at home", Manner.Said)]
    [InlineData("Keller said the council and its members will vote on Monday.", "Keller", "said", "the council and its members will vote on Monday", Manner.Said)]
    [InlineData("The roof is gone, Keller said. \"We start again.\"", "Keller", "said", "The roof is gone|\"We start again.\"", Manner.Said)]
    [InlineData("\"Family leave,\" the document says, starts after a year.", "the document", "says", "\"Family leave,\"|starts after a year", Manner.Said)]
    [InlineData("The firm receives, according to one report, 20 million a year.", "one report", "according to", "The firm receives|20 million a year", Manner.Said)]
    [InlineData("In a statement, Husted said the road was closed.", "Husted", "said", "the road was closed", Manner.Said)]
    [InlineData("Democrats noted that the road was closed.", "Democrats", "noted", "that the road was closed", Manner.Said)]
    [InlineData("The ministry declined to comment.", "The ministry", "declined", "to comment", Manner.Declined)]
    [InlineData("The ministry did not respond to a request for comment.", "The ministry", "did not respond", "a request for comment", Manner.Declined)]
    [InlineData("Halloran explained his reasoning in an appearance on the breakfast show.", "Halloran", "explained", "his reasoning", Manner.Said)]
    [InlineData("They sold cloth in Angers, according to matin.fr.", "matin.fr", "according to", "They sold cloth in Angers", Manner.Said)]
    [InlineData("The road, according to Keller, another former envoy, was never safe.", "Keller, another former envoy", "according to", "The road|was never safe", Manner.Said)]
    [InlineData("Minutes obtained by the newspaper show that the board knew of it.", "Minutes obtained by the newspaper", "show", "that the board knew of it", Manner.Shown)]
    [InlineData("One in four voters in a poll last year said the road should be closed.", "One in four voters in a poll last year", "said", "the road should be closed", Manner.Said)]
    [InlineData("Iran has tested a new missile, state television reported on Sunday.", "state television", "reported", "Iran has tested a new missile", Manner.Said)]
    [InlineData("An engineer who inspected it told the harbour board that the crane was unsafe.", "An engineer who inspected it", "told", "that the crane was unsafe", Manner.Said)]
    [InlineData("Keller later Thursday told the council that the road was closed.", "Keller", "told", "that the road was closed", Manner.Said)]
    [InlineData("The archive holds letters that, in one way or another, tell of the flood. \"It came at night,\" Keller said of the flood.", "Keller", "said", "\"It came at night,\"", Manner.Said)]
    public void Who_says_what(string text, string source, string cue, string content, Manner manner)
    {
        var passage = new Passage(text, "en", 0);
        var statement = Assert.Single(LedgerReader.Read(passage).Statements);
        Assert.Equal(source, passage[Assert.Single(statement.SourceSpans)].TrimEnd(','));
        Assert.Equal(cue, passage[Assert.Single(statement.Cue)]);
        Assert.Equal(content.Split('|'), statement.Content.Select(span => passage[span]));
        Assert.Equal(manner, statement.Manner);
        Assert.NotEmpty(statement.Rule);
    }

    [Theory]
    // Who has just spoken goes on, whatever stands between.
    [InlineData("The road stays closed, Keller said, adding that the bridge would follow.", "Keller", "adding", "that the bridge would follow")]
    [InlineData("Keller said it was too early to count the dead but added, \"We fear the worst.\"", "Keller", "added", "\"We fear the worst.\"")]
    // What another says in the same sentence is no part of it.
    [InlineData("In Split the crowd sang, Radio Una reported, while in Zadar it kept silent, the Adriatic Courier reported.", "the Adriatic Courier", "reported", "in Zadar it kept silent")]
    // A quotation with its own speaker does not go to the one before the colon.
    [InlineData("Keller said she had no time for the papers: \"I have a lot going on. Good luck with the story,\" she wrote.", "Keller", "said", "she had no time for the papers")]
    // Somebody who cites a document still speaks.
    [InlineData("Doctor Anna Keller, citing figures from the ministry, said that the ward was full.", "Doctor Anna Keller", "said", "that the ward was full")]
    public void Of_several_one_says_this(string text, string source, string cue, string content)
    {
        var passage = new Passage(text, "en", 0);
        var statement = Assert.Single(LedgerReader.Read(passage).Statements, one => passage[one.Cue[^1]] == cue && passage[one.SourceSpans[0]] == source);
        Assert.Equal(content, passage[Assert.Single(statement.Content)]);
        Assert.Equal(Hand.First, statement.Hand);
    }

    [Fact]
    public void A_colon_at_the_end_of_a_paragraph_brings_in_the_next()
    {
        var passage = Passage.Of("Prayer for rain", ["The weather was fine for a week.", "In the text below the picture, Keller wrote:", "I think the rain is near. We all wait for it."]);
        var statement = Assert.Single(LedgerReader.Read(passage).Statements);
        Assert.Equal("I think the rain is near. We all wait for it", passage[Assert.Single(statement.Content)]);
    }

    [Theory]
    [InlineData("It is too soon to say whether the road is closed.")]
    [InlineData("He also hosts a show, writes a column and, since 2013, leads a choir.")]
    [InlineData("Keller asked the woman to raise her voice and say the word louder.")]
    public void What_nobody_says_is_no_statement(string text) =>
        Assert.DoesNotContain(LedgerReader.Read(new Passage(text, "en", 0)).Statements, statement => statement.Manner != Manner.Open);

    [Theory]
    [InlineData("Keller urged voters to stay at home.", "voters to stay at home")]
    [InlineData("Keller asked the mayor if he would go.", "if he would go")]
    [InlineData("Keller expressed concern that the dam was old.", "that the dam was old")]
    [InlineData("Keller condemned the attack and once again went home.", "the attack")]
    public void With_all_cues_what_is_asked_and_felt_begins_and_ends_where_it_does(string text, string content)
    {
        var passage = new Passage(text, "en", 0);
        var statement = Assert.Single(LedgerReader.Read(passage, allCues: true).Statements);
        Assert.Equal(content, passage[Assert.Single(statement.Content)]);
    }

    [Theory]
    [InlineData("Ferry runs aground off Vis - harbour master", "harbour master", "Ferry runs aground off Vis")]
    [InlineData("Two dead in avalanche – mountain rescue service", "mountain rescue service", "Two dead in avalanche")]
    [InlineData("FLASH: Minister to resign on Monday - two sources in the ministry", "two sources in the ministry", "Minister to resign on Monday")]
    [InlineData("Berlin: no talks before March", "Berlin", "no talks before March")]
    public void A_headline_says_who_says_it(string headline, string source, string content)
    {
        var passage = Passage.Of(headline, ["The weather was fine."]);
        var statement = Assert.Single(LedgerReader.Read(passage).Statements);
        Assert.Equal(source, passage[Assert.Single(statement.SourceSpans)]);
        Assert.Equal(content, passage[Assert.Single(statement.Content)]);
    }

    [Theory]
    [InlineData("FLASH: Ferry with about 200 aboard runs aground off Vis")]
    [InlineData("UPDATE 2: Ferry runs aground off Vis")]
    [InlineData("Ferry runs aground off Vis - live updates")]
    [InlineData("A ferry, an island and a storm - analysis")]
    [InlineData("Hajduk - Dinamo")]
    public void A_headline_that_names_the_kind_of_copy_names_no_source(string headline) =>
        Assert.Empty(LedgerReader.Read(Passage.Of(headline, ["The weather was fine."])).Statements);

    [Fact]
    public void Many_readers_at_once_read_what_one_reads()
    {
        Passage[] passages =
        [
            Passage.Of("Ferry aground off Vis", ["A ferry has run aground off the island of Vis, the harbour master said."]),
            Passage.Of("Dam holds", ["The dam holds, the ministry said on Tuesday.", "\"It will hold,\" Anna Keller, its engineer, told reporters. She declined to say for how long."]),
            Passage.Of("Mayor resigns", ["The mayor has resigned, two councillors said, speaking on condition of anonymity.", "According to the agency, a successor will be named in May."]),
        ];
        var alone = passages.Select(Outline).ToList();
        Assert.All(alone, outline => Assert.NotEmpty(outline));
        var wrong = 0;
        Parallel.For(0, 600, new ParallelOptions { MaxDegreeOfParallelism = 8 }, round => Interlocked.Add(ref wrong, Outline(passages[round % passages.Length]) == alone[round % passages.Length] ? 0 : 1));
        Assert.Equal(0, wrong);

        static string Outline(Passage passage)
        {
            var ledger = LedgerReader.Read(passage);
            return string.Join('\n', ledger.Statements.Select(one => $"{ledger.SourceOf(one)?.Name} {ledger.SourceOf(one)?.Named} {one.Manner} {string.Join('|', one.Content.Select(span => passage[span]))}"));
        }
    }

    [Theory]
    [InlineData("Berlin: no talks before March")]
    [InlineData("Berlin confirms talks with Paris")]
    [InlineData("Berlin slams \"reckless\" talks")]
    public void A_headline_speaks_by_colon_and_by_verb(string headline)
    {
        var passage = Passage.Of(headline, ["The talks are to begin at noon on Monday in the old town hall, where the two sides met in the spring of the year before."]);
        var ledger = LedgerReader.Read(passage);
        var statement = Assert.Single(ledger.Statements);
        Assert.True(statement.InHeadline);
        Assert.Equal("Berlin", ledger.SourceOf(statement)!.Name);
        Assert.Equal(SourceKind.Institution, ledger.SourceOf(statement)!.Kind);
    }

    [Fact]
    public void A_chain_keeps_each_link()
    {
        var ledger = LedgerReader.Read(new Passage("The bridge has fallen, state news agency Norda reported, quoting an unnamed army source.", "en", 0));
        var statement = Assert.Single(ledger.Statements);
        Assert.Equal(["Norda", "army source"], ledger.ChainOf(statement).Select(source => source.Name));
        Assert.Equal(Hand.Second, statement.Hand);
        Assert.Equal(Certainty.SecondHand, statement.Certainty);
        Assert.Equal("state news agency", ledger.ChainOf(statement).First().Role);
        Assert.False(ledger.SourceOf(statement)!.Named);
    }

    [Fact]
    public void What_one_source_tells_of_another_stands_inside()
    {
        var ledger = LedgerReader.Read(new Passage("The ministry said a man had told the police that he acted alone.", "en", 0));
        Assert.Collection(
            ledger.Statements,
            outer => Assert.Equal((Hand.First, (int?)null), (outer.Hand, outer.Inside)),
            inner => Assert.Equal((Hand.Second, (int?)0), (inner.Hand, inner.Inside)));
        Assert.Equal([ledger.Statements[0].Source!.Value], ledger.Statements[1].Via);
    }

    [Fact]
    public void One_source_has_one_name_across_the_story()
    {
        var ledger = LedgerReader.Read(Passage.Of(null,
        [
            "Foreign Minister Davor Lukic said on Monday that the border would open.",
            "Lukic said the army had left. He added that trains would run by noon.",
            "The Geneva-based Border Watch Group said it had seen no trains. The group said the line was cut.",
        ]));
        Assert.Equal(["Davor Lukic", "Davor Lukic", "Davor Lukic", "Border Watch Group", "Border Watch Group"], ledger.Statements.Select(statement => ledger.SourceOf(statement)!.Name));
        Assert.Equal("Foreign Minister", ledger.Sources[0].Role);
        Assert.Contains("Geneva-based", ledger.Sources[1].Descriptions);
        Assert.Equal("5 statements, 2 sources: 1 named person, 1 institution", ledger.Summary);
    }

    [Fact]
    public void The_unnamed_say_that_they_are()
    {
        var ledger = LedgerReader.Read(new Passage("A senior official, who asked not to be named, said the plan was dead.", "en", 0));
        var statement = Assert.Single(ledger.Statements);
        Assert.Equal(Certainty.Unnamed, statement.Certainty);
        Assert.Equal("unnamed", statement.Certainty.Plain());
        Assert.Contains("who asked not to be named", ledger.SourceOf(statement)!.Descriptions);
    }

    [Fact]
    public void A_denied_statement_is_disputed()
    {
        var ledger = LedgerReader.Read(Passage.Of(null, ["Rebels said government jets had bombed the hospital in Darvan.", "The army denied that its jets had bombed the hospital."]));
        Assert.Equal([Certainty.Disputed, Certainty.OnTheRecord], ledger.Statements.Select(statement => statement.Certainty));
    }

    [Theory]
    [InlineData("There was no immediate word on casualties.", "casualties")]
    [InlineData("It was not clear whether the driver survived.", "whether the driver survived")]
    [InlineData("It was not clear, however, who had opened the gate.", "who had opened the gate")]
    [InlineData("What remains unclear is whether the ferry will sail in May.", "whether the ferry will sail in May")]
    [InlineData("How many boats were lost was not immediately clear, but the harbour master counted nine.", "How many boats were lost")]
    [InlineData("The claim could not be independently verified.", "The claim")]
    public void An_open_question_has_no_source(string text, string content)
    {
        var passage = new Passage(text, "en", 0);
        var statement = Assert.Single(LedgerReader.Read(passage).Statements);
        Assert.Null(statement.Source);
        Assert.Equal(Certainty.Open, statement.Certainty);
        Assert.Equal(content, passage[Assert.Single(statement.Content)]);
    }

    [Theory]
    [InlineData("Die Straße nach Norden ist seit Montag gesperrt, sagte ein Sprecher der Polizei. Wann sie wieder geöffnet wird, ist nach seinen Worten noch nicht bekannt, und niemand weiß es.", null)]
    [InlineData("Дорога закрыта, сообщила полиция в понедельник.", null)]
    [InlineData("The road is closed, police said.", "de")]
    public void Other_languages_have_no_ledger(string text, string? language) => Assert.Same(Wireroom.Language.Attribution.Ledger.Silent, LedgerReader.Read(new Passage(text, language)));

    [Fact]
    public void Belief_and_intention_come_only_with_all_cues()
    {
        var passage = new Passage("Lukic vowed to open the border. The mayor criticised the plan.", "en", 0);
        Assert.DoesNotContain(LedgerReader.Read(passage).Statements, statement => statement.Manner is Manner.Judged or Manner.Believed);
        Assert.Contains(LedgerReader.Read(passage, allCues: true).Statements, statement => statement.Manner == Manner.Judged);
    }

    [Fact]
    public void What_nobody_is_named_for_comes_with_all_cues_and_is_no_open_question()
    {
        var passage = new Passage("The mayor of Split is expected to resign. The road is closed, police said.", "en", 0);
        Assert.Equal("said", Cue(Assert.Single(LedgerReader.Read(passage).Statements)));
        var ledger = LedgerReader.Read(passage, allCues: true);
        var expected = Assert.Single(ledger.Statements, statement => statement.Source is null);
        Assert.Equal(("is expected", Manner.Believed, "wide.appears"), (Cue(expected), expected.Manner, expected.Rule));
        Assert.Equal(["The mayor of Split", "to resign"], expected.Content.Select(span => passage[span]));
        Assert.Equal("1 statement, 1 source: 1 institution", ledger.Summary);

        string Cue(Statement statement) => passage[statement.Cue[0]];
    }

    [Fact]
    public void A_transcript_says_who_speaks_and_one_word_in_capitals_is_none()
    {
        const string Spoken = "The ferry is afloat again. Nobody was hurt on board.";
        var transcript = new Passage($"HORVAT: {Spoken}\nKOS: When does it sail to the island again?", "en", 0);
        Assert.Equal(["HORVAT", "KOS"], LedgerReader.Read(transcript).Statements.Select(statement => transcript[statement.SourceSpans[0]]));
        Assert.Equal(Spoken.TrimEnd('.'), transcript[LedgerReader.Read(transcript).Statements[0].Content[0]]);
        Assert.Empty(LedgerReader.Read(new Passage($"WEATHER: {Spoken}\nThe road to the harbour is open again.", "en", 0)).Statements);
    }

    [Fact]
    public void Offsets_leave_as_code_points()
    {
        var text = "😀 The road is closed, police said.";
        var points = new CodePoints(text);
        Assert.Equal(text.EnumerateRunes().Count(), points.Of(text.Length));
        var statement = Assert.Single(LedgerReader.Read(new Passage(text, "en", 0)).Statements);
        Assert.Equal((22, 28), points.Of(statement.SourceSpans[0]));
    }

    [Fact]
    public void Truncation_anywhere_does_not_throw()
    {
        const string Text = "“We left at dawn,” said Col. Ann O’Hara. “Nobody saw us,” she told the B.B.N. (in Paris), adding: “‘Go,’ they said—and we went.”";
        for (var end = 0; end <= Text.Length; end++)
            Assert.NotNull(LedgerReader.Read(new Passage(Text[..end], "en"), allCues: true));
    }
}
