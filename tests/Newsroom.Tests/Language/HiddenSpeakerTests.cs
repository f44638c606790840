using Wireroom.Language;
using Wireroom.Language.Attribution;

namespace Wireroom.Newsroom.Tests.WhoSays;

/// <summary>Sentences in which something stands between who speaks, the verb and what is said.</summary>
public sealed class HiddenSpeakerTests
{
    [Theory]
    // Between the name and the verb.
    [InlineData("Ivo Maric - the mayor's brother and co-owner of the yard - told the panel that the crane was safe.", "Ivo Maric - the mayor's brother and co-owner of the yard -", "told", "that the crane was safe")]
    [InlineData("Reached by phone on Tuesday, Keller — who runs the yard but lives in Graz — said the crane was safe.", "Keller — who runs the yard but lives in Graz —", "said", "the crane was safe")]
    [InlineData("Alarmed by the flood, Senator Anna Keller, the committee's chair, said that the dam must go.", "Senator Anna Keller, the committee's chair,", "said", "that the dam must go")]
    [InlineData("When the last boats had come in, Ivo Maric, the harbour master, said he would count them.", "Ivo Maric, the harbour master,", "said", "he would count them")]
    [InlineData("The quarrel began after Mr. Maric, asked about the loan, had said, \"Ask my bank.\"", "Mr. Maric", "had said", "\"Ask my bank.\"")]
    [InlineData("Anna Keller, whose newest ferry, the Vila, lies in Split, argues that the tax will ruin her.", "Anna Keller, whose newest ferry, the Vila, lies in Split,", "argues", "that the tax will ruin her")]
    [InlineData("Its critics in the capital, many of them former judges, argue that the law is void.", "Its critics in the capital, many of them former judges,", "argue", "that the law is void")]
    [InlineData("Several of the pilots who had flown there in May said they would not go again.", "Several of the pilots who had flown there in May", "said", "they would not go again")]
    [InlineData("Shipowners, for instance, argue that the toll is too high.", "Shipowners", "argue", "that the toll is too high")]
    // Who they are, and where.
    [InlineData("In each of the five towns, about half of voters say they want a new road.", "about half of voters", "say", "they want a new road")]
    [InlineData("But strike organisers in Rijeka say that the talks have failed.", "strike organisers in Rijeka", "say", "that the talks have failed")]
    [InlineData("By a wide margin, those surveyed say the bridge should be free.", "those", "say", "the bridge should be free")]
    [InlineData("Trust in the police is low - 60 percent of tenants said they would not call them.", "60 percent of tenants", "said", "they would not call them")]
    [InlineData("The mood had turned as a number of members suggested such a vote was needed.", "a number of members", "suggested", "such a vote was needed")]
    [InlineData("Speaker of the House Anna Keller said the session was closed.", "Speaker of the House Anna Keller", "said", "the session was closed")]
    // Behind the verb.
    [InlineData("\"I will not sell it,\" said retired skipper Ivo Maric, asked about the boat.", "retired skipper Ivo Maric", "said", "\"I will not sell it,\"")]
    [InlineData("“We are very glad” about the ruling, said Anna Keller, director of the Harbour Union, a body that broke with the others and sued.", "Anna Keller, director of the Harbour Union, a body that broke with the others", "said", "“We are very glad” about the ruling")]
    [InlineData("The trouble with tunnels, says Ivo Maric, a geologist in Graz, is the ground.", "Ivo Maric, a geologist in Graz,", "says", "The trouble with tunnels|is the ground")]
    [InlineData("Said Anna Keller, who was in the square, “We sang all night.”", "Anna Keller, who was in the square,", "Said", "“We sang all night.”")]
    [InlineData("Guarding that coast is their task, said a handful of officers who know it.", "a handful of officers who know it", "said", "Guarding that coast is their task")]
    // A verb that goes on from another.
    [InlineData("A minister responded by saying Austria should be careful.", "A minister", "saying", "Austria should be careful")]
    [InlineData("The council freed two million and on Monday announced a curfew.", "The council", "announced", "a curfew")]
    [InlineData("Her office fired off an email to members saying the vote was void.", "Her office", "saying", "the vote was void")]
    [InlineData("While saying that he admired her, Maric left the party.", "Maric", "saying", "that he admired her")]
    [InlineData("The next day, a former guard announced plans to sue the bank, claiming he was fired for talking.", "a former guard", "claiming", "he was fired for talking")]
    [InlineData("Keller says she would wait and tells the crowd the train is late.", "Keller", "tells", "the train is late")]
    [InlineData("As reported by the Adriatic Courier, there are nine boats left.", "the Adriatic Courier", "As reported by", "there are nine boats left")]
    [InlineData("However, as Tanjug has reported, boats that leave at night carry arms.", "Tanjug", "has reported", "boats that leave at night carry arms")]
    [InlineData("Both raids were claimed by the so-called Harbour Army, which is banned.", "the so-called Harbour Army", "were claimed by", "Both raids")]
    [InlineData("While he's said he'll stay, Keller must find a crew.", "he", "'s said", "he'll stay")]
    [InlineData("Jolly said he would be careful with the money.", "Jolly", "said", "he would be careful with the money")]
    // Behind words that are not what they look like.
    [InlineData("Two brokers were there, one of whom said that the port was shut.", "one of whom", "said", "that the port was shut")]
    [InlineData("\"He was straight with us,\" the midfielder said.", "the midfielder", "said", "\"He was straight with us,\"")]
    [InlineData("The denial came hours after the board published an internal letter that said the valve was faulty.", "that", "said", "the valve was faulty")]
    [InlineData("Minutes of the bank's July meeting, released the same day, said two of the rate-setters had warned of it.", "Minutes of the bank's July meeting", "said", "two of the rate-setters had warned of it")]
    [InlineData("All the doors were locked, a former guard pointed out at the trial.", "a former guard", "pointed out", "All the doors were locked")]
    [InlineData("The army reported on Thursday, citing an official close to the talks, that the bridge was mined.", "an official close to the talks", "reported|citing", "that the bridge was mined")]
    [InlineData("The agency Tanjug reported shortly before midnight, with reference to the ministry, that four boats had sunk.", "the ministry", "reported|reference", "that four boats had sunk")]
    public void Who_speaks_is_found(string text, string source, string cue, string content) => Assert.Contains((source, cue, content), Told(text));

    [Theory]
    // Before what is said.
    [InlineData("He said of the council: \"They must act.\"", "\"They must act.\"")]
    [InlineData("Keller said in the spring, when the letters came to light, \"I never wrote to him.\"", "\"I never wrote to him.\"")]
    [InlineData("In the early 1990s, Keller said, when she was a clerk, a guest left her a ring.", "when she was a clerk, a guest left her a ring")]
    [InlineData("She also sent a message saying, if elected, she would close the yard.", "if elected, she would close the yard")]
    [InlineData("Ana Baric, the spokeswoman for the port, said in a statement. “No crates were lost. We counted them.”", "“No crates were lost. We counted them.”")]
    [InlineData("He told Radio Una's “Good Morning Coast” on Friday that the ferry would sail.", "that the ferry would sail")]
    [InlineData("He told the panel when asked about the loan: \"Ask my bank.\"", "\"Ask my bank.\"")]
    [InlineData("The owner continues to insist, most recently in a talk with Radio Una, that the boat was sound.", "that the boat was sound")]
    [InlineData("He had a rally that night — the permit, his office said, had been hard to get.", "the permit|had been hard to get")]
    [InlineData("She hid a list that officials said would ruin the bank.", "that|would ruin the bank")]
    // Behind what is said.
    [InlineData("While the minister has often said he opposes the tax, his office collects it.", "he opposes the tax")]
    [InlineData("Years after Keller announced that the war was over, the fleet still lay in the bay.", "that the war was over")]
    [InlineData("Following a report, which concluded that she broke the rules, the party let her go.", "that she broke the rules")]
    [InlineData("A report that said the dam was unsafe was never printed.", "the dam was unsafe")]
    [InlineData("He said the boat was sound - though the yard denies it.", "the boat was sound")]
    [InlineData("Maric said he was glad but still feared the winter.", "he was glad but still feared the winter")]
    [InlineData("The guards chanted \"Who goes there?\" and kept walking until dawn.", "\"Who goes there?\"")]
    [InlineData("Keller said as much in an interview on Monday.", "as much")]
    [InlineData("The Red Fleet claimed responsibility for the fire.", "responsibility for the fire")]
    [InlineData("The region reported a 2.8 percent fall in June.", "a 2.8 percent fall in June")]
    [InlineData("The ministry put the death toll at 24 on Friday.", "the death toll at 24 on Friday")]
    [InlineData("Radio Una, which had reported 16 dead when others knew of 11, put the number at 24, citing a paper of the government.", "the number at 24")]
    [InlineData("Radio Una, which had reported 16 dead when others knew of 11, put the number at 24, citing a paper of the government.", "16 dead when others knew of 11")]
    public void What_is_said_begins_and_ends_where_it_does(string text, string content) => Assert.Contains(Told(text), told => told.Content == content);

    [Theory]
    [InlineData("Nobody claimed responsibility for the fire.")]
    [InlineData("The cook put the number nine pan at the back.")]
    [InlineData("Having said that, the boat is old.")]
    [InlineData("The boats of the United States lie in the bay.")]
    [InlineData("Who told the guards that the door was open?")]
    [InlineData("Its good work will be continued by the Keller Trust.")]
    [InlineData("They clapped if they agreed that the boat should go.")]
    public void Words_that_tell_of_no_saying_are_no_statement(string text) => Assert.Empty(Told(text));

    [Theory]
    [InlineData("Maric: No harm in the loan\n\nGRAZ (Reuters) - Finance Minister Ivo Maric said on Sunday that the loan had been paid back.", "Maric", "No harm in the loan")]
    [InlineData("Two of them answered the question that the panel put to them on Monday.\n\nAnna Keller: \"I would sell the yard.\"", "Anna Keller", "\"I would sell the yard.\"")]
    public void A_name_and_a_colon_tell_who_says_it(string text, string source, string content) => Assert.Contains((source, ":", content), Told(text));

    [Theory]
    [InlineData("\"It cost him the house,\" said a crane operator in his fifties, who asked not to be named.", "crane operator in his fifties", SourceKind.Person, false)]
    [InlineData("Halvik: 14 drones downed over Sarkel Region\n\nAir defence destroyed 14 drones in the night, Governor Pavel Halvik wrote on his channel.", "Pavel Halvik", SourceKind.Person, true)]
    public void Who_it_is_shows_further_on(string text, string name, SourceKind kind, bool named) =>
        Assert.Contains((name, kind, named), LedgerReader.Read(new Passage(text, "en")).Sources.Select(source => (source.Name, source.Kind, source.Named)));

    private static IEnumerable<(string Source, string Cue, string Content)> Told(string text)
    {
        return LedgerReader.Read(new Passage(text, "en")).Statements.Where(statement => statement.SourceSpans.Count > 0)
            .Select(statement => (Of(statement.SourceSpans), Of(statement.Cue), Of(statement.Content)));

        string Of(IReadOnlyList<Span> spans) => string.Join('|', spans.Select(span => text[span.Start..span.End]));
    }
}
