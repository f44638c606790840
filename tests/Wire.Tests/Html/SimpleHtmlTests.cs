using CsCheck;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Tests.Html;

public sealed class SimpleHtmlTests
{
    private static readonly Uri Base = new("https://example.org/");

    // Words, references, and tags as they come and as they should not come.
    private static readonly string[] Pieces =
    [
        " ", "\n", "copy", " more copy ", "two  spaces", "&amp;", "&nbsp;", "&eacute;", "&copy 2026", "& ", "&#8217;", "&#x2019;", "&#151;", "&#1;", "&#0;", "&#xD800;", "&#xFFFE;", "&#10;", "&unknown;", "&notit;", "<", "a < b", "\0", "\r\n\r\n", "\u00A0", "\f",
        "<p>", "</p>", "<p class=\"x\">", "<p class=embed>", "<P ALIGN=center>", "</P>", "<p/>", "<div>", "</div>", "</div >", "<div/>", "<section>", "</section>", "<article>", "</article>", "<center>", "</center>", "<hr>", "<hr/>",
        "<b>", "</b>", "<strong>", "</strong>", "<i>", "</i>", "<em>", "</em>", "<span style=\"a>b\">", "<span>", "</span>", "<font color=red>", "</font>", "<sup>", "</sup>", "<sub>", "</sub>", "<cite>", "</cite>", "<code>", "</code>", "<wbr>",
        "<a href=\"/x?a=1&b=2\">", "<a href='/x?a=1&amp;b=2'>", "<a href=/bare/>", "<a href=\"javascript:x()\">", "<a title=\"a\" href=\"y\">", "<a href=y href=z>", "<a href=\"/?x&copy\">", "<a href=\"/?x&copy=1\">", "<a class=\"href\">", "<a name=x>", "</a>",
        "<br>", "<br/>", "<br />", "</br>", "<br clear=\"all\"/>",
        "<img src=\"/p.jpg\">", "<img src='/p.jpg' alt='A &amp; b' width=640 height=\"48px\"/>", "<img src=/pixel.gif width=1 height=1>", "<img alt=x>", "<img class=\"emoji\" alt=\":)\" src=/e.png>", "<img srcset=\"/a.jpg 1x, /b.jpg 2x\" />",
        "<h2>", "</h2>", "<h3>", "</h3>", "<h6>", "</h6>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "<blockquote>", "</blockquote>", "<footer>", "</footer>",
        "<figure>", "</figure>", "<figcaption>", "</figcaption>", "<span class=credit>", "<iframe src=\"https://v.example/1\" title=\"Film\"></iframe>", "<iframe src=/f>x</iframe>",
        "<!-- x -->", "<!-->", "<!--a--!>", "<!---->", "<!x>", "<script>", "<table><tr><td>", "</td></tr></table>",
    ];

    // Markup as it should be, of which bodies are made.
    private static readonly string[] Inlines = ["copy", " more copy ", "<b>bold</b>", "<a href=\"/x\">link</a>", "<br/>", "<i>a <b>b</b> </i>", "&amp;", "<img src=/a.jpg alt=\"One\">", "<!-- x -->", "<span class='a'> b</span>", "\n", "<br><br>"];

    private static readonly Gen<string> Line = Gen.Int[0, Inlines.Length - 1].Select(at => Inlines[at]).Array[0, 5].Select(string.Concat);

    private static readonly Gen<string> Items = Gen.Select(Line, Gen.Int[0, 3], Line).Select((one, form, two) => form switch
    {
        0 => $"<li>{one}<li>{two}",
        1 => $"<li><p>{one}</p><p>{two}</li>",
        2 => $"<li>{one}<ol><li>{two}</li></ol></li>\n",
        _ => $"<li>{one}</li>",
    }).Array[0, 3].Select(string.Concat);

    private static readonly Gen<string> Blocks = Gen.Select(Line, Gen.Int[0, 11], Items).Select((line, form, items) => form switch
    {
        0 => $"<p>{line}",
        1 => $"<p class=\"x\">{line}</p>\n",
        2 => $"<h3>{line}</h3>",
        3 => $"<ul>{items}</ul>",
        4 => $"<ol>\n{items}\n</ol>",
        5 => $"<blockquote>{line}</blockquote>",
        6 => $"<blockquote><p>{line}</p><ul>{items}</ul></blockquote>",
        7 => $"<figure class=f><img src=/f.jpg alt=\"F\"><figcaption>Caption <b>of</b> it<br>.</figcaption></figure>",
        8 => $"<figure><a href=/f><img src=/f.jpg></a></figure>",
        9 => $"<div><section>{line}</section>{line}</div>",
        10 => $"<hr/>{line}",
        _ => line,
    }).Array[1, 5].Select(string.Concat);

    [Fact]
    public void The_short_way_reads_what_the_parser_reads() => Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[1, 12].Select(string.Concat).Sample(Agrees, iter: 8_000, threads: 1);

    [Fact]
    public void The_short_way_reads_orderly_bodies_as_the_parser_does() => Blocks.Sample(html => Agrees(html) && SimpleHtml.TryRead(html, Base) is not null, iter: 2_000, threads: 1);

    [Theory]
    [InlineData("<p>One <b>two</b> &amp; <a href=\"/x\">three</a>.</p>\n<p>Four<br/>five</p>")]
    [InlineData("<IMG SRC='/a.jpg' ALT=x><P>Old and <FONT COLOR=red>loud</FONT><P>and open")]
    [InlineData("<h2>Points</h2><ul><li>one<li>two</ul><blockquote>Said.</blockquote><hr>")]
    [InlineData("<figure class=\"wp-block-image\"><img src=\"/a.jpg?x=1&y=2\" alt=\"\"/><figcaption class=\"wp-element-caption\">Caption</figcaption></figure><!-- end -->")]
    public void Orderly_copy_takes_the_short_way(string html)
    {
        Assert.NotNull(SimpleHtml.TryRead(html, Base));
        Assert.True(Agrees(html));
    }

    private static bool Agrees(string html) => SimpleHtml.TryRead(html, Base) is not { } simple || Shown(simple) == Shown(HtmlBody.Read(HtmlBody.Parse(html), Base));

    private static string Shown(IReadOnlyList<WireBlock> blocks) => System.Text.Json.JsonSerializer.Serialize(blocks);
}
