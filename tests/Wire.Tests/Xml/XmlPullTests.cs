using System.Text;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Tests.Xml;

public sealed class XmlPullTests
{
    private static readonly XmlVocabulary Vocabulary = new(foldsCase: false, ("urn:own", ""), ("urn:other", "o"));

    [Fact]
    public void Elements_attributes_and_text_are_read_in_order() =>
        Assert.Equal("<a b=1 c=x&y><d>One & two</d> tail</a>", Outline("<?xml version='1.0'?><!-- c --><a b='1' c=\"x&amp;y\"><d>One &amp; <![CDATA[two]]></d> tail</a>"));

    [Fact]
    public void Names_are_those_of_the_vocabulary_whatever_the_prefix() =>
        Assert.Equal("<a><o:b></o:b><z:c></z:c></a>", Outline("<x:a xmlns:x='urn:own' xmlns:y='urn:other/' xmlns:z='urn:unknown'><y:b/><z:c/></x:a>"));

    [Fact]
    public void A_name_that_only_looks_known_is_told_apart() =>
        Assert.Equal("<a><{urn:fraud}b></{urn:fraud}b></a>", Outline("<a xmlns='urn:own'><o:b xmlns:o='urn:fraud'/></a>"));

    [Theory]
    [InlineData("<a>Bread & butter</a>", "<a>Bread & butter</a>", "unescaped-ampersand")]
    [InlineData("<a>5 < 6</a>", "<a>5 < 6</a>", "unescaped-less-than")]
    [InlineData("<a>caf&eacute;</a>", "<a>café</a>", "html-entity")]
    [InlineData("<a>&nothing;</a>", "<a>&nothing;</a>", "unknown-entity")]
    [InlineData("<a>don&#146;t&#0;</a>", "<a>don’t</a>", "character-reference")]
    [InlineData("<a>x\u0001y</a>", "<a>xy</a>", "control-character")]
    [InlineData("<a><b>x</a>", "<a><b>x</b></a>", "unclosed-element")]
    [InlineData("<a>x</b></a>", "<a>x</a>", "stray-end")]
    [InlineData("<a><b>x", "<a><b>x</b></a>", "truncated")]
    [InlineData("<a/><b/>", "<a></a><b></b>", "second-root")]
    [InlineData("<a><q:b/></a>", "<a><q:b></q:b></a>", "undeclared-prefix")]
    [InlineData("<a b='1' b='2'/>", "<a b=1></a>", "attribute-twice")]
    [InlineData("<a><b c='1>x</b></a>", "<a><b c=1>x</b></a>", "unclosed-quote")]
    [InlineData("<a/>over", "<a></a>", "text-outside-root")]
    [InlineData("nothing", "", "no-root")]
    public void What_is_not_well_formed_is_mended_and_reported(string xml, string outline, string code)
    {
        var faults = new WireDocument();
        Assert.Equal(outline, Outline(xml, faults));
        Assert.Contains(faults.Faults, fault => fault.Code == code);
    }

    [Fact]
    public void A_fault_says_its_line_and_column()
    {
        var faults = new WireDocument();
        Outline("<a>\n <b/>\n  x & y</a>", faults);
        var fault = Assert.Single(faults.Faults);
        Assert.Equal((3, 5), (fault.Line, fault.Column));
    }

    [Theory]
    [InlineData("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>x</a>")]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'><!-- don't -->]><a>x</a>")]
    [InlineData("<!DOCTYPE a PUBLIC \"-//X\" \"http://127.0.0.1:9/x.dtd\" [ <!ENTITY % p SYSTEM \"http://127.0.0.1:9/p\"> %p; ]><a>x</a>")]
    public void A_dtd_is_passed_over(string xml)
    {
        var faults = new WireDocument();
        Assert.Equal("<a>x</a>", Outline(xml, faults));
        Assert.Equal("dtd-ignored", Assert.Single(faults.Faults).Code);
    }

    [Fact]
    public void Names_are_folded_every_time_they_come()
    {
        using var xml = new XmlPull(WireInput.Of("<Rss><pubDate/><pubDate/></Rss>"u8.ToArray()), new XmlVocabulary(foldsCase: true), new WireDocument());
        Assert.True(xml.Read());
        Assert.Equal(["pubdate", "pubdate"], xml.ReadElement().Children.Select(child => child.Name));
    }

    [Fact]
    public void A_billion_laughs_stay_one_word()
    {
        var lols = string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY l{n} \"{string.Concat(Enumerable.Repeat($"&l{n - 1};", 10))}\">"));
        Assert.Equal("<a>&l9;</a>", Outline($"<!DOCTYPE a [<!ENTITY l0 \"lol\">{lols}]><a>&l9;</a>"));
    }

    [Fact]
    public void Bottomless_nesting_is_passed_over()
    {
        var faults = new WireDocument();
        var outline = Outline("<r>" + string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)) + "<z/></r>", faults);
        Assert.EndsWith("<z></z></r>", outline, StringComparison.Ordinal);
        Assert.Contains(faults.Faults, fault => fault is { Code: "too-deep", Kind: WireFaultKind.Lost });
    }

    [Fact]
    public void A_hundred_megabytes_without_an_end_are_read_within_the_bound()
    {
        var before = GC.GetTotalAllocatedBytes();
        var sink = new WireDocument();
        using var xml = new XmlPull(new WireInput(new Endless("<r><a>", "copy that never ends ", 100_000_000)), Vocabulary, sink);
        Assert.True(xml.Read());
        var element = xml.ReadElement();
        Assert.InRange(element.Text.Length, 1, XmlTree.Largest);
        Assert.Contains(sink.Faults, fault => fault.Code == "truncated");
        Assert.Contains(sink.Faults, fault => fault.Code == "too-large");
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 1_000_000_000);
    }

    [Fact]
    public void Thousands_of_repairs_are_a_few_faults()
    {
        var faults = new WireDocument();
        Outline("<a>" + string.Concat(Enumerable.Repeat("& ", 5000)) + "</a>", faults);
        Assert.InRange(faults.Faults.Count, 2, 10);
        Assert.Contains(faults.Faults, fault => fault.Message.Contains("4995", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_in_pieces_across_every_window_is_whole()
    {
        var copy = string.Concat(Enumerable.Range(0, 60_000).Select(n => $"{n} &amp; <![CDATA[{n}]]><!-- {n} -->"));
        var expected = string.Concat(Enumerable.Range(0, 60_000).Select(n => $"{n} & {n}"));
        using var xml = new XmlPull(WireInput.Of(Encoding.UTF8.GetBytes($"<a>{copy}</a>")), Vocabulary, new WireDocument());
        Assert.True(xml.Read());
        Assert.Equal(expected, xml.ReadElement().RawText);
    }

    [Fact]
    public void Line_ends_are_line_feeds() => Assert.Equal("<a>x\ny\nz\n</a>", Outline("<a>x\r\ny\rz\n</a>"));

    [Fact]
    public void Markup_sent_as_elements_comes_back_as_html()
    {
        using var xml = new XmlPull(WireInput.Of("<a><x:p class='n' xmlns:x='http://www.w3.org/1999/xhtml'>One &lt;<x:br/>two</x:p> end</a>"u8.ToArray()), Vocabulary, new WireDocument());
        Assert.True(xml.Read());
        Assert.Equal("<p class=\"n\">One &lt;<br>two</p> end", xml.ReadElement().Markup());
    }

    [Fact]
    public void Base_and_language_are_inherited()
    {
        using var xml = new XmlPull(WireInput.Of("<a xml:base='https://example.org/x/' xml:lang='bs'><b xml:base='y/'><c/></b></a>"u8.ToArray()), Vocabulary, new WireDocument());
        Assert.True(xml.Read() && xml.Read() && xml.Read());
        Assert.Equal(("c", "https://example.org/x/y/", "bs"), (xml.Name, xml.Base?.AbsoluteUri, xml.Language));
    }

    private static string Outline(string xml, WireDocument? faults = null)
    {
        using var pull = new XmlPull(WireInput.Of(Encoding.UTF8.GetBytes(xml)), Vocabulary, faults ?? new WireDocument());
        var outline = new StringBuilder();
        while (pull.Read())
        {
            outline.Append(pull.Node switch
            {
                XmlNode.Start => $"<{pull.Name}{string.Concat(pull.Attributes.Select(attribute => $" {attribute.Name}={attribute.Value}"))}>",
                XmlNode.End => $"</{pull.Name}>",
                _ => pull.Text,
            });
        }

        return outline.ToString();
    }
}
