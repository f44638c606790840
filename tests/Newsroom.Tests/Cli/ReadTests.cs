using System.Text;
using System.Text.Json;
using Wireroom.Newsroom.Tests.Intake;

namespace Wireroom.Newsroom.Tests.Cli;

public sealed class ReadTests : IDisposable
{
    private const string Ninjs = """{"uri":"urn:example:1","pubStatus":"canceled","headlines":[{"value":"Kill: Minister quits"}],"bodies":[{"value":"Do not use."}],"subjects":[{"uri":"http://cv.iptc.org/newscodes/mediatopic/20000154"}]}""";

    private readonly string folder = Directory.CreateTempSubdirectory("wireroom-read-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_item_of_a_folder_is_a_line_of_ninjs_with_all_that_ninjs_cannot_say()
    {
        await WriteAsync("wires/a.xml", Wires.Rss(Wires.RssItem("g1", "Dam holds", "It holds."), Wires.RssItem("g2", "Brief", "Short.")));
        await WriteAsync("wires/b.json", Ninjs);
        await File.WriteAllBytesAsync(Path.Combine(folder, "wires/dam.gif"), TestPictures.Gif(4, 3), Cancel);
        var (code, said, complained) = await WireroomProcess.RunAsync(folder, "read", "wires");
        Assert.Equal((0, ""), (code, complained));
        var items = Lines(said);
        Assert.Equal(4, items.Count);
        Assert.Equal(["g1", "g2", "urn:example:1"], items.Take(3).Select(item => item.GetProperty("uri").GetString()));
        Assert.Equal(("picture", 4), (items[3].GetProperty("type").GetString(), items[3].GetProperty("renditions")[0].GetProperty("width").GetInt32()));
        Assert.Equal(["rss", "rss", "ninjs", "photo"], items.Select(item => item.GetProperty("wireroom").GetProperty("format").GetString()));
        Assert.Equal("Dam holds", items[0].GetProperty("headlines")[0].GetProperty("value").GetString());
        Assert.Equal(["text/html", "text/plain"], items[2].GetProperty("bodies").EnumerateArray().Select(body => body.GetProperty("contentType").GetString()));
        Assert.Equal(("wires/a.xml", 1), (items[1].GetProperty("wireroom").GetProperty("source").GetProperty("file").GetString(), items[1].GetProperty("wireroom").GetProperty("source").GetProperty("index").GetInt32()));
        Assert.Equal("withdrawal", items[2].GetProperty("wireroom").GetProperty("signal").GetString());
        Assert.Equal("flood", items[2].GetProperty("subjects")[0].GetProperty("name").GetString());
        Assert.Equal("natural disaster", items[2].GetProperty("wireroom").GetProperty("subjects")[0].GetProperty("parents")[0].GetString());
        Assert.False(File.Exists(Path.Combine(folder, "data/wireroom.db")));
    }

    [Fact]
    public async Task What_was_printed_is_read_again_over_standard_input_and_says_the_same()
    {
        await WriteAsync("a.xml", Wires.Rss(Wires.RssItem("g1", "Dam holds", "It holds."), Wires.RssItem("g2", "Brief", "Short.")));
        var (_, first, _) = await WireroomProcess.RunAsync(folder, "read", "a.xml");
        var (code, second, _) = await WireroomProcess.RunWithInputAsync(folder, first, "read", "-");
        Assert.Equal(0, code);
        Assert.Equal(Lines(first).Select(Bare), Lines(second).Select(Bare));

        static string Bare(JsonElement item) => string.Join('\n', item.EnumerateObject().Where(property => property.Name != "wireroom").Select(property => property.ToString()));
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_on_standard_error_and_the_rest_is_printed()
    {
        await WriteAsync("good.xml", Wires.Rss(Wires.RssItem("1", "Dam holds", "It holds.")));
        await WriteAsync("empty.xml", "");
        await WriteAsync("odd.json", """{"uri":"a:b","headlines":"x" "y"}""");
        var (code, said, complained) = await WireroomProcess.RunAsync(folder, "read", "good.xml", "empty.xml", "odd.json");
        Assert.Equal(1, code);
        Assert.Single(Lines(said));
        Assert.Contains("empty.xml: The file is empty", complained, StringComparison.Ordinal);
        Assert.Contains("odd.json: line 1, column ", complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_people_it_is_printed_as_text()
    {
        await WriteAsync("a.json", Ninjs);
        var (code, said, _) = await WireroomProcess.RunAsync(folder, "read", "a.json", "--text");
        Assert.Equal(0, code);
        Assert.StartsWith("=== a.json, item 1: ninjs, withdrawal\n", said, StringComparison.Ordinal);
        Assert.Contains("headline:      Kill: Minister quits\n", said, StringComparison.Ordinal);
        Assert.Contains("flood (medtop:20000154)", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversion_writes_the_other_format_and_names_what_it_lost()
    {
        await WriteAsync("a.json", """{"uri":"urn:example:2","version":"2","slugline":"DAM","headlines":[{"value":"Dam holds"}],"bodies":[{"value":"It holds."}],"versionCreated":"2026-03-03T09:00:00Z"}""");
        var (code, said, complained) = await WireroomProcess.RunAsync(folder, "convert", "a.json", "--to", "rss");
        Assert.Equal(0, code);
        Assert.Contains("<title>Dam holds</title>", said, StringComparison.Ordinal);
        Assert.Contains("a.json: \u201CDam holds\u201D: RSS has no place for the slugline", complained, StringComparison.Ordinal);
        (code, said, _) = await WireroomProcess.RunAsync(folder, "convert", "a.json", "--to", "iptc7901", "-o", "a.iptc");
        Assert.Equal((0, ""), (code, said));
        (_, said, _) = await WireroomProcess.RunAsync(folder, "read", "a.iptc");
        Assert.Equal("Dam holds", Assert.Single(Lines(said)).GetProperty("headlines")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task What_a_format_cannot_say_is_refused_and_not_written_as_copy()
    {
        await WriteAsync("kill.json", Ninjs);
        var (code, said, complained) = await WireroomProcess.RunAsync(folder, "convert", "kill.json", "--to", "jsonfeed");
        Assert.Equal(1, code);
        Assert.DoesNotContain("Minister", said, StringComparison.Ordinal);
        Assert.Contains("is not copy but a withdrawal", complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_formats_are_listed_for_people_and_for_programs()
    {
        var (code, said, _) = await WireroomProcess.RunAsync(folder, "formats");
        Assert.Equal(0, code);
        Assert.Contains("rss \u2014 RSS 2.0\n", said, StringComparison.Ordinal);
        (_, said, _) = await WireroomProcess.RunAsync(folder, "formats", "--json");
        var page = Lines(said).Single(format => format.GetProperty("name").GetString() == "page");
        Assert.Equal(JsonValueKind.Null, page.GetProperty("writes").ValueKind);
        var rss = Lines(said).Single(format => format.GetProperty("name").GetString() == "rss").GetProperty("writes");
        Assert.Contains("slugline", rss.GetProperty("dropped").EnumerateArray().Select(field => field.GetString()));
        Assert.Contains("withdrawal", rss.GetProperty("refused").EnumerateArray().Select(word => word.GetString()));
    }

    [Fact]
    public async Task The_page_of_the_formats_is_what_the_code_says()
    {
        var (_, made, _) = await WireroomProcess.RunAsync(folder, "formats", "--markdown");
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/formats.md"), Cancel);
        Assert.True(made == page, "docs/formats.md is not what the code says; make it anew: ./wireroom formats --markdown > docs/formats.md");
    }

    [Theory]
    [InlineData("There is no file or folder nowhere.xml.", "read", "nowhere.xml")]
    [InlineData("There is no format \"morse\"; there are auto, photo", "read", "here.xml", "--format", "morse")]
    [InlineData("Required argument", "read")]
    [InlineData("Option '--to' is required", "convert", "here.xml")]
    [InlineData("\"page\" is no format that is written; there are rss", "convert", "here.xml", "--to", "page")]
    [InlineData("is a folder; name one file", "convert", ".", "--to", "rss")]
    [InlineData("Ask for --json or for --markdown", "formats", "--json", "--markdown")]
    public async Task What_is_asked_wrongly_is_said_in_one_line(string says, params string[] arguments)
    {
        await WriteAsync("here.xml", Wires.Rss());
        var (code, said, complained) = await WireroomProcess.RunAsync(folder, arguments);
        Assert.Equal((2, ""), (code, said));
        Assert.Contains(says, complained, StringComparison.Ordinal);
        Assert.Single(complained.Trim().Split('\n'));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static List<JsonElement> Lines(string said) => [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private async Task WriteAsync(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Cancel);
    }
}
