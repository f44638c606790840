using Wireroom.Wire.Html;

namespace Wireroom.Wire.Tests.Html;

public sealed class HtmlBodyTests
{
    private static readonly Uri Base = new("https://example.org/news/");

    [Fact]
    public void Paragraphs_styles_and_links_come_through()
    {
        var blocks = HtmlBody.Read("<p>The <b>dam</b> at <a href='/map'>Visegrad</a> <i>holds</i>.</p>", Base);
        var paragraph = Assert.IsType<WireParagraph>(Assert.Single(blocks));
        Assert.Equal(
            [
                new WireRun("The "), new WireRun("dam", WireStyle.Bold), new WireRun(" at "),
                new WireRun("Visegrad", WireStyle.None, "https://example.org/map"), new WireRun(" "), new WireRun("holds", WireStyle.Italic), new WireRun("."),
            ],
            paragraph.Runs);
    }

    [Fact]
    public void Plain_text_is_parted_by_blank_lines() =>
        Assert.Equal("<p>One line broken.</p><p>Two &amp; three.</p>", HtmlBody.Write(HtmlBody.Read("One line\nbroken.\r\n\r\n \nTwo &amp; three.\n")));

    [Theory]
    [InlineData("<script>steal()</script>")]
    [InlineData("<p onclick='steal()'></p>")]
    [InlineData("<img src='javascript:steal()'>")]
    [InlineData("<img src='data:image/svg+xml,steal'>")]
    [InlineData("<iframe src='javascript:steal()'></iframe>")]
    [InlineData("<svg onload='steal()'><a href='javascript:steal()'>steal</a></svg>")]
    [InlineData("<style>p { background: url(steal) }</style>")]
    [InlineData("<math><mtext><script>steal()</script></mtext></math>")]
    [InlineData("<noscript><p title='</noscript><img src=x onerror=steal()>'></p></noscript>")]
    [InlineData("<!--><img src=x onerror=steal()>-->")]
    [InlineData("<a href='  JaVaScRiPt:steal()'></a>")]
    [InlineData("<a href='vbscript:steal()'></a>")]
    public void Nothing_that_runs_survives(string hostile)
    {
        var html = HtmlBody.Write(HtmlBody.Read("<p>Safe.</p>" + hostile));
        Assert.StartsWith("<p>Safe.</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("steal", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_link_that_runs_keeps_its_words_and_loses_its_address() =>
        Assert.Equal("<p>Read on</p>", HtmlBody.Write(HtmlBody.Read("<p><a href='java&#10;script:steal()'>Read on</a></p>", Base)));

    [Fact]
    public void Text_that_looks_like_markup_stays_text() =>
        Assert.Equal("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", HtmlBody.Write(HtmlBody.Read("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")));

    [Theory]
    [InlineData("<h2>Flood</h2><p>Water rose.<br>It fell.</p>")]
    [InlineData("<ul><li>First</li><li>Second <b>item</b></li></ul>")]
    [InlineData("<ol><li>First</li><li>Second</li></ol>")]
    [InlineData("<blockquote><p>We hold.</p><p>We stay.</p><footer>Mayor Ivana Perić</footer></blockquote>")]
    [InlineData("<table><caption>Result</caption><tr><th>Club</th><th>Points</th></tr><tr><td colspan=\"2\">Sarajevo</td></tr></table>")]
    [InlineData("<pre>\nGold   1,203\n  Silver   14</pre>")]
    [InlineData("<figure><img src=\"https://example.org/a.jpg\" alt=\"A bridge\" width=\"640\" height=\"480\"><figcaption>The bridge. <span class=\"credit\">Lumen/R. Hadžić</span></figcaption></figure>")]
    [InlineData("<p class=\"embed\"><a href=\"https://video.example/1\">The film</a></p>")]
    [InlineData("<p>H<sub>2</sub>O and <a href=\"mailto:desk@example.org\"><b>x</b></a></p>")]
    public void What_is_written_reads_back_the_same(string html) => Assert.Equal(html, HtmlBody.Write(HtmlBody.Read(html)));

    [Fact]
    public void Frames_and_objects_become_embeds()
    {
        var blocks = HtmlBody.Read("<p>See</p><figure><iframe src='//video.example/7' title='Flight'></iframe></figure><object data='https://map.example/'></object>");
        Assert.Equal([new WireEmbed("https://video.example/7", "Flight"), new WireEmbed("https://map.example/")], blocks.Skip(1));
    }

    [Fact]
    public void Two_line_breaks_part_paragraphs() =>
        Assert.Equal("<p>One</p><p>Two</p><p>Three<br>Four</p>", HtmlBody.Write(HtmlBody.Read("One<br/><br/>Two<br> <br><br>Three<br>Four")));

    [Theory]
    [InlineData("One <! two", "<p>One &lt;! two</p>")]
    [InlineData("<p>One <! two</p>", "<p>One &lt;! two</p>")]
    [InlineData("Begin with <!DOCTYPE", "<p>Begin with &lt;!DOCTYPE</p>")]
    [InlineData("One<!-- two --> three", "<p>One three</p>")]
    [InlineData("Cut short <a href=\"https://exam", "<p>Cut short</p>")]
    public void Only_what_opens_a_declaration_is_one(string html, string expected) => Assert.Equal(expected, HtmlBody.Write(HtmlBody.Read(html)));

    [Theory]
    [InlineData("One<h3></h3>two")]
    [InlineData("One<pre> </pre>two")]
    public void An_empty_block_parts_paragraphs(string html) => Assert.Equal("<p>One</p><p>two</p>", HtmlBody.Write(HtmlBody.Read(html)));

    [Fact]
    public void A_table_for_layout_is_read_as_copy() =>
        Assert.Equal("<p>One</p><p>Two</p>", HtmlBody.Write(HtmlBody.Read("<table role=presentation><tr><td>One</td><td>Two</td></tr></table>")));

    [Fact]
    public void A_counting_pixel_is_no_picture() =>
        Assert.Equal("<p>Copy</p>", HtmlBody.Write(HtmlBody.Read("<p>Copy<img src='https://count.example/1.gif' width=1 height=1></p>")));

    [Fact]
    public void The_widest_source_of_a_lazy_picture_is_taken()
    {
        var picture = Assert.IsType<WirePicture>(Assert.Single(HtmlBody.Read("<img src='data:,' srcset='a-320.jpg 320w, a-960.jpg 960w, a-640.jpg 640w'>", Base)));
        Assert.Equal("https://example.org/news/a-960.jpg", picture.Media.Href);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<a href=x>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<div><p</div>")]
    [InlineData("<blockquote>")]
    public void Bottomless_nesting_is_read_as_text(string tag)
    {
        var html = string.Concat(Enumerable.Repeat(tag, 50_000)) + "Copy";
        Assert.Equal("Copy", PlainText.Write(HtmlBody.Read(html)).TrimStart('-', ' '));
    }

    [Fact]
    public void Nesting_within_the_bound_is_walked_to_the_end()
    {
        var html = string.Concat(Enumerable.Repeat("<blockquote><ul><li>", 120)) + "Copy";
        Assert.Contains("Copy", PlainText.Write(HtmlBody.Read(html)), StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_of_every_block_reads_well() =>
        Assert.Equal(
            "Heading\n\nCopy.\n\n- One\n- Two\n\nWe hold.\n\n\u2014 The mayor\n\nA\tB",
            PlainText.Write(HtmlBody.Read("<h3>Heading</h3><p>Copy.</p><ul><li>One<li>Two</ul><blockquote>We hold.<footer>The mayor</footer></blockquote><table><tr><td>A<td>B</table><iframe src='https://video.example/'></iframe>")));

    [Theory]
    [InlineData("Caf&eacute; &amp; bar", "Café & bar")]
    [InlineData("don&#146;t &#x26; 5 < 6", "don’t & 5 < 6")]
    [InlineData("Bread &unknown; butter &", "Bread &unknown; butter &")]
    [InlineData("<b>Late</b>  news", "Late news")]
    public void A_line_of_text_loses_markup_and_resolves_entities(string sent, string read) => Assert.Equal(read, HtmlText.Line(sent));
}
