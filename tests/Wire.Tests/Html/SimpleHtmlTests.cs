using CsCheck;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Tests.Html;

public sealed class SimpleHtmlTests
{
    private static readonly Uri Base = new("https://example.org/");

    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<p class=\"x\">", "<div>", "</div>", "<b>", "</b>", "<strong>", "</strong>", "<i>", "</i>", "<em>", "</em>", "<span style=\"a>b\">", "<span>", "</span>",
        "<a href=\"/x?a=1&b=2\">", "<a href=\"javascript:x()\">", "<a title=\"a\" href=\"y\">", "<a class=\"href\">", "</a>", "<br>", "<br/>", "<br />", "<sup>", "</sup>", "<sub>", "</sub>", "<P>", "</P>",
        " ", "\n", "copy", " more copy ", "&amp;", "&nbsp;", "&eacute;", "&copy 2026", "& ", "&#8217;", "&#x2019;", "&unknown;", "<", "a < b", "<!-- x -->", "<img src=\"/p.jpg\">", "<h2>", "</h2>", "<p/>", "</br>", "\0", "\r\n\r\n", "<script>", "\u00A0",
    ];

    [Fact]
    public void The_short_way_reads_what_the_parser_reads() =>
        Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[1, 12].Sample(
            pieces =>
            {
                var html = string.Concat(pieces);
                return SimpleHtml.TryRead(html, Base) is not { } simple || Shown(simple) == Shown(HtmlBody.Read(HtmlBody.Parse(html), Base));
            },
            iter: 20_000,
            threads: 1);

    [Fact]
    public void Orderly_copy_takes_the_short_way() => Assert.NotNull(SimpleHtml.TryRead("<p>One <b>two</b> &amp; <a href=\"/x\">three</a>.</p>\n<p>Four<br/>five</p>", Base));

    private static string Shown(IReadOnlyList<WireBlock> blocks) => string.Join('\n', blocks.Select(block => block is WireParagraph paragraph ? string.Join('|', paragraph.Runs) : block.ToString()));
}
