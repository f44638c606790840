using System.Text;

namespace Wireroom.Wire.Tests.Page;

/// <summary>Reads the page fixtures, and says what an item holds in words that a test can compare.</summary>
internal static class PageFixture
{
    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "page", name));

    public static WireDocument Read(WireFormat format, byte[] bytes, DateTimeOffset? date = null, bool guessed = true)
    {
        var document = new WireDocument();
        format.Read(WireInput.Of(bytes) with { Date = date, DateIsGuessed = date is not null && guessed }, document);
        return document;
    }

    public static WireDocument ReadText(WireFormat format, string text) => Read(format, Encoding.UTF8.GetBytes(text));

    public static List<string> Paragraphs(WireItem item) => item.Body.OfType<WireParagraph>().Select(paragraph => Text(paragraph.Runs)).ToList();

    public static List<string> Headings(WireItem item) => item.Body.OfType<WireHeading>().Select(heading => Text(heading.Runs)).ToList();

    public static List<WireMedia> Pictures(WireItem item) => item.Body.OfType<WirePicture>().Select(picture => picture.Media).ToList();

    public static List<WireItem> Briefs(WireDocument document) => document.Items.Where(item => item.Genre == "Brief").ToList();

    public static WireItem Story(WireDocument document) => document.Items.Single(item => item.Genre != "Brief");

    private static string Text(IReadOnlyList<WireRun> runs) => string.Concat(runs.Select(run => run.Text));

    /// <summary>A file under a shared folder beside any folder above the tests; null where there is none.</summary>
    public static string? Shared(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "shared", path);
            if (File.Exists(found) || Directory.Exists(found))
                return found;
        }

        return null;
    }
}
