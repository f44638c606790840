using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Wireroom.Wire.Page;
using static Wireroom.Wire.Tests.Page.PageFixture;

namespace Wireroom.Wire.Tests.Page;

/// <summary>
/// Reads the pages of a published benchmark for article extraction and compares text, title, byline and date with what it expects. The collection keeps the site's
/// name behind some headlines, which is no part of them: a headline is right where the collection's is the same, or the same with such a tail. Where the page
/// itself says otherwise than the collection, <see cref="Disputed"/> holds what the page says and why.
/// </summary>
public sealed class PageBenchmarkTests(ITestOutputHelper output)
{
    private const double TextFloor = 0.99, FieldFloor = 0.99;

    private static readonly Dictionary<(string Page, string Field), (string? Right, string Why)> Disputed = new()
    {
        [("v8-blog", "title")] = ("Outside the web: standalone WebAssembly binaries using Emscripten", "the collection cuts off what stands before the colon"),
        [("herald-sun-1", "byline")] = ("Laurie Oakes", "the collection's writer signs another story, in the list beside"),
        [("liberation-1", "byline")] = ("AFP", "the collection's writer signs another story, in the list beside"),
        [("nytimes-5", "byline")] = (null, "a list of stories, each by somebody else"),
        [("spiceworks", "byline")] = (null, "the collection's is a date"),
    };

    [Fact]
    public void Pages_of_the_benchmark_give_their_text_title_byline_and_date()
    {
        var folder = Shared("pages/readability");
        Assert.SkipWhen(folder is null, "The benchmark's pages are not beside this repository (shared/pages/readability).");
        var scores = Directory.GetDirectories(folder!).Order(StringComparer.Ordinal).Select(Score).ToList();
        var text = scores.Average(score => score.Text);
        var title = Share(scores.Select(score => score.Title));
        var byline = Share(scores.Select(score => score.Byline));
        var date = Share(scores.Select(score => score.Date));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scores.Count} pages: text F1 {text:F3}, title {title:F3}, byline {byline:F3}, date {date:F3}"));
        Assert.True(text >= TextFloor, $"text F1 {text:F3} is under {TextFloor}");
        Assert.True(title >= FieldFloor, $"title {title:F3} is under {FieldFloor}");
        Assert.True(byline >= FieldFloor, $"byline {byline:F3} is under {FieldFloor}");
        Assert.True(date >= FieldFloor, $"date {date:F3} is under {FieldFloor}");
    }

    /// <summary>Of the pages on which it was expected, on how many it was found.</summary>
    private static double Share(IEnumerable<bool?> found)
    {
        var asked = found.OfType<bool>().ToList();
        return asked.Count(right => right) / (double)asked.Count;
    }

    private PageScore Score(string folder)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected-metadata.json")));
        var document = Read(new PageFormat(), File.ReadAllBytes(Path.Combine(folder, "source.html")));
        var story = document.Items.FirstOrDefault(item => item.Genre != "Brief");
        var wanted = Words(new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(folder, "expected.html"))).Body!.TextContent);
        var got = Words(story is null ? "" : string.Join('\n', story.Body.Select(TextOf)));
        var common = wanted.Sum(pair => Math.Min(pair.Value, got.GetValueOrDefault(pair.Key)));
        var f1 = common == 0 ? 0 : 2.0 * common / (wanted.Values.Sum() + got.Values.Sum());
        var page = Path.GetFileName(folder);
        var title = Wanted("title");
        var byline = Wanted("byline");
        var date = Text(expected, "publishedTime");
        var said = story?.Published?.Instant ?? (story?.Published?.Local is { } local ? new DateTimeOffset(local, TimeSpan.Zero) : null);
        var score = new PageScore(f1,
            title is null ? null : IsHeadline(story?.Headline, title),
            byline is null ? null : byline.Length == 0 ? story?.Byline is null or "" : Fold(story?.Byline) is { Length: > 0 } name && Fold(byline) is { } right && (right.Contains(name, StringComparison.Ordinal) || name.Contains(right, StringComparison.Ordinal)),
            date is null ? null : said is not null && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var when) && Math.Abs((said.Value - when).TotalHours) < 24);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page,-40} F1 {f1:F3}  title {Mark(score.Title)} byline {Mark(score.Byline)} date {Mark(score.Date)}  briefs {document.Items.Count - (story is null ? 0 : 1)}")
            + (score.Title == false ? $"\n    title: {story?.Headline} <> {Text(expected, "title")}" : "") + (score.Byline == false ? $"\n    byline: {story?.Byline} <> {Text(expected, "byline")}" : "") + (score.Date == false ? $"\n    date: {story?.Published} <> {date}" : ""));
        return score;

        // Null where nothing is asked, empty where nothing is right.
        string? Wanted(string field) => Disputed.TryGetValue((page, field), out var other) ? other.Right ?? "" : Text(expected, field);
    }

    /// <summary>The same words, or the same with the site's name behind them.</summary>
    private static bool IsHeadline(string? headline, string wanted) =>
        headline is not null && (Fold(headline) == Fold(wanted) || (wanted.StartsWith(headline, StringComparison.OrdinalIgnoreCase) && wanted[headline.Length..].TrimStart() is ['-' or '|' or '[' or '_' or '·' or '–', ..]));

    private static string Mark(bool? right) => right switch { true => "yes", false => "NO ", null => "-  " };

    private static string? Text(JsonDocument json, string name) => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static string? Fold(string? text) => text is null ? null : new string(text.ToLowerInvariant().Where(char.IsLetterOrDigit).ToArray()) is var folded && folded.StartsWith("by", StringComparison.Ordinal) && text.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? folded[2..] : folded;

    private static string TextOf(WireBlock block) => block switch
    {
        WireParagraph paragraph => Join(paragraph.Runs),
        WireHeading heading => Join(heading.Runs),
        WireQuote quote => string.Join('\n', quote.Paragraphs.Select(Join)) + "\n" + quote.Attribution,
        WireList list => string.Join('\n', list.Items.Select(Join)),
        WireTable table => table.Caption + "\n" + string.Join('\n', table.Rows.Select(row => string.Join(' ', row.Select(cell => cell.Text)))),
        WirePreformatted preformatted => preformatted.Text,
        WirePicture picture => picture.Media.Caption + " " + picture.Media.Credit,
        _ => "",
    };

    private static string Join(IReadOnlyList<WireRun> runs) => string.Concat(runs.Select(run => run.Text));

    private static Dictionary<string, int> Words(string text)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var letter in text + " ")
        {
            if (char.IsLetterOrDigit(letter) && letter < '\u3000')
            {
                word.Append(char.ToLowerInvariant(letter));
                continue;
            }

            if (word.Length > 0)
                words[word.ToString()] = words.GetValueOrDefault(word.ToString()) + 1;
            word.Clear();
            if (letter >= '\u3000' && char.IsLetterOrDigit(letter))
                words[letter.ToString()] = words.GetValueOrDefault(letter.ToString()) + 1;
        }

        return words;
    }

    private sealed record PageScore(double Text, bool? Title, bool? Byline, bool? Date);
}
