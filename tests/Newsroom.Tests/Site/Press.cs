using System.Text.RegularExpressions;
using Wireroom.Language.Attribution;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Site;

/// <summary>Short ways for site tests to write and release stories, and to read pages.</summary>
internal static partial class Press
{
    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Copy of three paragraphs that all say their headline.</summary>
    public static Copy Copy(string headline, string section = "region") => new()
    {
        Headline = headline,
        Standfirst = $"{headline}: the standfirst.",
        Section = section,
        Dateline = "SPLIT, 3 March",
        Byline = "Ana Perić",
        Credit = "Maestral News Agency",
        Topics = ["Harbours"],
        Body = [.. Enumerable.Range(1, 3).Select(number => new Paragraph(RichText.Of($"{headline}, paragraph {number}.")))],
    };

    /// <summary>Writes and releases a story, and returns it with its address.</summary>
    public static async Task<(StoryId Story, string Address)> ReleaseAsync(this RunningNewsroom newsroom, Copy copy, ReleaseOrder? order = null)
    {
        var story = await newsroom.Store.WriteStoryAsync(copy, "Ana", Cancel);
        await newsroom.Store.ReleaseAsync(story, order ?? ReleaseOrder.Now, "Ana", Cancel);
        return (story, $"/{copy.Section}/{Slug.Of(copy.Headline)}-{story}");
    }

    /// <summary>Waits until who says so has been read in everything that is out: it is read behind the release, and renews the story's pages.</summary>
    public static async Task LedgersAreReadAsync(this RunningNewsroom newsroom)
    {
        while ((await newsroom.Store.StoriesWithoutLedgerAsync(LedgerReader.Version, long.MaxValue, 1, Cancel)).Count > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancel);
    }

    /// <summary>Changes a story that is out and releases the change.</summary>
    public static async Task UpdateAsync(this RunningNewsroom newsroom, StoryId story, Func<Copy, Copy> change, string? whatWasWrong = null)
    {
        var head = (await newsroom.Store.FindStoryAsync(story, Cancel))!.Head;
        await newsroom.Store.SaveVersionAsync(story, change(head.Copy), head.Number, "Ana", Cancel);
        await newsroom.Store.ReleaseAsync(story, new ReleaseOrder { Correction = whatWasWrong is null ? null : new Correction(whatWasWrong) }, "Ana", Cancel);
    }

    /// <summary>The answer to a GET, whatever its status.</summary>
    public static async Task<HttpResponseMessage> AskAsync(this RunningNewsroom newsroom, string address, Action<HttpRequestMessage>? more = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        more?.Invoke(request);
        return await newsroom.Http.SendAsync(request, Cancel);
    }

    /// <summary>The body of an answer.</summary>
    public static Task<string> BodyAsync(this HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Cancel);

    /// <summary>The element with that start tag, up to its end tag; fails where it is missing.</summary>
    public static string Part(string page, string start, string end)
    {
        var from = page.IndexOf(start, StringComparison.Ordinal);
        Assert.True(from >= 0, $"There is no {start} in the page.");
        var until = page.IndexOf(end, from, StringComparison.Ordinal);
        return page[from..until];
    }

    /// <summary>The rail of a page.</summary>
    public static string Rail(string page) => Part(page, "<aside class=\"rail", "</aside>");

    /// <summary>Addresses of stories in a page, in order.</summary>
    public static IReadOnlyList<string> Links(string page) => [.. StoryLink().Matches(page).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("<a class=\"to\" href=\"([^\"]+)\"")]
    private static partial Regex StoryLink();
}
