using Wireroom.Language;
using Wireroom.Language.Text;

namespace Wireroom.Newsroom.Tests.WhoSays;

public sealed class CopyTests
{
    [Theory]
    [InlineData("Mr. Smith left. He went to the U.S. on Jan. 3.", 2)]
    [InlineData("\"Is it so?\" he asked. \"No,\" she said. They left.", 3)]
    [InlineData("Gen. A. B. Moor, 41, of St. Paul, Minn., agreed.", 1)]
    [InlineData("It cost 3.5 million. Nobody paid.", 2)]
    public void Sentences_end_where_they_end(string text, int sentences) => Assert.Equal(sentences, Copy.Read(new Passage(text, "en", 0)).Sentences.Count);

    [Theory]
    [InlineData("don't", "do n't")]
    [InlineData("the ministry's plan", "the ministry 's plan")]
    [InlineData("Britain-based (U.N.) aid", "Britain - based ( U.N. ) aid")]
    [InlineData("See https://example.org/a, now", "See https://example.org/a , now")]
    [InlineData("''Yes,'' he said", "'' Yes , '' he said")]
    public void Tokens_are_cut_as_the_treebanks_cut_them(string text, string tokens)
    {
        var copy = Copy.Read(new Passage(text, "en", 0));
        Assert.Equal(tokens, string.Join(' ', copy.Tokens.Select(token => text[token.Start..token.End])));
    }

    [Theory]
    [InlineData("“One,” he said. “Two ‘three’ four.”", "“One,”;“Two ‘three’ four.”;‘three’")]
    [InlineData("\"One,\" he said. \"Two 'three' four.\"", "\"One,\";\"Two 'three' four.\";'three'")]
    [InlineData("«One», „two” and it’s done", "«One»;„two”")]
    public void Quotations_are_found_in_all_styles(string text, string quotations)
    {
        var copy = Copy.Read(new Passage(text, "en", 0));
        Assert.Equal(quotations.Split(';'), copy.Quotations.Select(quotation => copy.Words(quotation.First, quotation.End)));
        Assert.All(copy.Quotations, quotation => Assert.True(quotation.Closed));
    }

    [Fact]
    public void A_quotation_goes_on_in_the_next_paragraph()
    {
        var copy = Copy.Read(Passage.Of(null, ["“It began at dawn.", "“It ended at noon,” she said."]));
        Assert.False(copy.Quotations[0].Closed);
        Assert.Equal(0, copy.Quotations[1].ContinuesFrom);
    }

    [Fact]
    public void Datelines_and_bylines_are_no_copy()
    {
        var copy = Copy.Read(Passage.Of("Talks fail", ["By Ann Moor", "PARIS, March 3 (Oryx) — Talks failed on Monday."]));
        Assert.Equal([ParagraphKind.Headline, ParagraphKind.Byline, ParagraphKind.Copy], copy.Paragraphs.Select(paragraph => paragraph.Kind));
        Assert.Equal("Talks", copy.Word(copy.Paragraphs[2].Body).ToString());
    }

    [Fact]
    public void A_place_in_the_passage_leads_back_to_its_block()
    {
        var passage = Passage.Of("Head", ["First.", "Second."]);
        Assert.Equal((2, 3), passage.Place(passage.Text.IndexOf("ond", StringComparison.Ordinal)));
        Assert.Equal((0, 4), passage.Place(4));
    }
}
