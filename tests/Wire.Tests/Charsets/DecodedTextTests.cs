using System.Text;
using Wireroom.Wire.Charsets;

namespace Wireroom.Wire.Tests.Charsets;

public sealed class DecodedTextTests
{
    private const string Croatian = "Što će reći Žepče i Đakovo: čekanje na žičaru traje.";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("windows-1250")]
    [InlineData("iso-8859-2")]
    public void A_declared_charset_is_read(string name)
    {
        var encoding = name switch { "windows-1250" or "iso-8859-2" => CodePagesEncodingProvider.Instance.GetEncoding(name)!, _ => Encoding.GetEncoding(name) };
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\"?><a>{Croatian}</a>";
        Assert.Equal(text, Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], null, out var faults));
        Assert.Empty(faults);
    }

    [Fact]
    public void The_charset_from_outside_wins_over_the_declaration()
    {
        var text = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>žičara</a>";
        Assert.Equal(text, Read(CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes(text), "windows-1250", out _));
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("us-ascii")]
    [InlineData("utf-16")]
    [InlineData("gb2312")]
    public void Utf8_that_is_declared_as_something_else_is_read_as_utf8(string declared)
    {
        var text = $"<?xml version=\"1.0\" encoding=\"{declared}\"?><a>{Croatian}</a>";
        Assert.Equal(text, Read(Encoding.UTF8.GetBytes(text), null, out var faults));
        Assert.Equal("charset-mismatch", Assert.Single(faults).Code);
    }

    [Fact]
    public void Windows_bytes_declared_as_utf8_are_read_as_windows()
    {
        var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?><a>“Déjà vu” – the café’s word</a>";
        Assert.Equal(text, Read(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text), null, out var faults));
        Assert.Equal("charset-mismatch", Assert.Single(faults).Code);
    }

    [Theory]
    [InlineData("utf-32BE", 1)]
    [InlineData("utf-32BE", 3)]
    [InlineData("utf-32", 2)]
    [InlineData("utf-16", 1)]
    [InlineData("utf-8", 1)]
    [InlineData("gb18030", 1)]
    public void A_character_that_is_cut_off_by_the_end_is_no_end_without_end(string name, int bytes)
    {
        var encoding = name == "gb18030" ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.GetEncoding(name);
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\"?><a>{Croatian}";
        var whole = encoding.GetBytes(text + "\U0001F600");
        var read = Read([.. encoding.GetPreamble(), .. whole[..(encoding.GetByteCount(text) + bytes)]], name, out var faults);
        Assert.StartsWith(text, read, StringComparison.Ordinal);
        Assert.Equal("invalid-bytes", Assert.Single(faults).Code);
    }

    [Fact]
    public void A_few_wrong_bytes_in_utf8_are_mended_where_they_stand()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("<a>čekanje ž"), 0x92, .. Encoding.UTF8.GetBytes("x š</a>")];
        Assert.Equal("<a>čekanje ž’x š</a>", Read(bytes, "utf-8", out var faults));
        var fault = Assert.Single(faults);
        Assert.Equal(("invalid-bytes", 14), (fault.Code, fault.Offset));
    }

    [Theory]
    [InlineData(1251, "В Сараево приехали спасатели, сообщило агентство во вторник вечером")]
    [InlineData(20866, "В Сараево приехали спасатели, сообщило агентство во вторник вечером")]
    [InlineData(1250, "Čekanje na žičaru traje već šest sati")]
    [InlineData(1252, "Le café où l’été a passé")]
    [InlineData(1252, "Stortinget vedtok budsjettet. (©NLB)")]
    [InlineData(1252, "§Paragraphen und ¤Waehrung, 40 °C")]
    [InlineData(932, "ニュースを伝えるのは誰か、という問い")]
    [InlineData(54936, "今天的新闻是什么我们不知道")]
    [InlineData(950, "今天的新聞是什麼我們不知道")]
    [InlineData(949, "오늘의 뉴스는 무엇입니까 우리는 모릅니다")]
    public void Bytes_that_say_nothing_of_themselves_are_known_by_their_look(int codePage, string copy) =>
        Assert.Equal(copy, Read(CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(copy), null, out _));

    [Fact]
    public void An_unknown_charset_is_reported_and_the_bytes_decide()
    {
        Assert.Equal("žičara", Read("žičara"u8.ToArray(), "x-nonsense", out var faults));
        Assert.Equal("unknown-charset", Assert.Single(faults).Code);
    }

    [Fact]
    public void Any_bytes_in_any_charset_are_read_to_their_end()
    {
        var bytes = Enumerable.Range(0, 4096).Select(n => (byte)(n * 7 + n / 256)).ToArray();
        foreach (var name in (string?[])[null, "utf-8", "utf-16", "utf-32", "shift_jis", "gb18030", "iso-2022-jp", "big5", "euc-jp", "euc-kr", "hz-gb-2312", "utf-7", "windows-1258", "x-mac-roman"])
        {
            Assert.NotEmpty(Read(bytes, name, out _));
        }
    }

    private static string Read(byte[] bytes, string? outside, out List<WireFault> faults)
    {
        var taken = new List<WireFault>();
        using var text = new DecodedText(WireInput.Of(bytes) with { Charset = outside }, taken.Add);
        faults = taken;
        return text.ReadToEnd();
    }
}
