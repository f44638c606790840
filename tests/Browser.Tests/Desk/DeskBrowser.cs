using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Tests;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using Wireroom.Wire;

namespace Wireroom.Browser.Tests.Desk;

/// <summary>A newsroom of its own, and windows on its desk.</summary>
public sealed class DeskBrowser : IAsyncDisposable
{
    private DeskBrowser(RunningNewsroom newsroom) => Newsroom = newsroom;

    public RunningNewsroom Newsroom { get; }

    /// <summary>What went wrong in any window.</summary>
    public List<string> Faults { get; } = [];

    public static async Task<DeskBrowser> OpenAsync(TestDatabase database = TestDatabase.Sqlite, bool sample = false) => new(await RunningNewsroom.StartAsync(database, sample: sample));

    public async Task<IPage> WindowAsync(int width = 1440, int height = 900, string? state = null)
    {
        var window = await Chromium.OpenWindowAsync(new() { ViewportSize = new() { Width = width, Height = height }, BaseURL = Newsroom.Address.ToString(), StorageState = state });
        var page = await window.NewPageAsync();
        page.PageError += (_, fault) => Faults.Add(fault);
        page.Console += (_, message) =>
        {
            // An answer of 4xx that the page handles is noted by the browser, too.
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
                Faults.Add(message.Text);
        };
        return page;
    }

    /// <summary>Comes in by the one-time link, by keyboard alone.</summary>
    public async Task<IPage> SignInAsync(string name = "Ana Marić", string email = "ana@courier.example")
    {
        var page = await WindowAsync();
        await page.GotoAsync(await Newsroom.Services.GetRequiredService<Invitations>().InviteAsync(Roles.First, "", TestContext.Current.CancellationToken));
        await page.Keyboard.TypeAsync(name);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(email);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("a lamp in the harbour");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#rows", new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync(); // by then the page's script listens to keys
        await page.ComeToAsync("**/desk**");
        return page;
    }

    /// <summary>A story that stands in the queue as received.</summary>
    public async Task<StoryId> ArriveAsync(string headline, int urgency = 5)
    {
        var cancel = TestContext.Current.CancellationToken;
        var copy = new Copy
        {
            Headline = headline, Slugline = "FERRY", Section = "region", Credit = "Maestral", Urgency = urgency,
            Body = [new Paragraph(RichText.Of("A ferry has run aground off the island of Vis, the harbour master said."))],
        };
        var arrivedAt = Newsroom.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var arrival = await Newsroom.Store.KeepRawAsync(new RawArrival("maestral", "ferry.txt", System.Text.Encoding.UTF8.GetBytes(headline)), arrivedAt, cancel);
        var item = new WireItem { Format = "ninjs", Guid = headline, Headlines = [new WireText(headline)], Body = [new WireParagraph([new WireRun("A ferry has run aground.")])] };
        return await Newsroom.Store.TakeNewAsync(
            new TakenItem { Arrival = arrival, Index = 0, Source = "maestral", Item = item, ContentHash = headline, Copy = copy, ArrivedAt = arrivedAt }, cancel);
    }

    public async Task<QueueRowState> StateAsync(StoryId story)
    {
        var row = (await Newsroom.Store.FindStoryAsync(story, TestContext.Current.CancellationToken))!.Row;
        return new QueueRowState(row.State, row.HeadVersion, row.TakenBy);
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.CloseWindowsAsync();
        await Newsroom.DisposeAsync();
    }
}

/// <summary>What an editor's eye does between two keys.</summary>
internal static class PageReading
{
    /// <summary>
    /// Waits until the page of that address has come, its script listens, and it is drawn: what is pressed before the first picture of a page, the browser throws
    /// away, as nobody can have meant it.
    /// </summary>
    public static async Task ComeToAsync(this IPage page, string address)
    {
        // WaitForURLAsync misses a page that comes between its look and its listening; an expectation looks again.
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("^" + Regex.Escape(address).Replace("\\*\\*", ".*", StringComparison.Ordinal).Replace("\\*", "[^/]*", StringComparison.Ordinal) + "$"));
        await page.WaitForLoadStateAsync();
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint').length > 0");
    }

    /// <summary>Cuts the line of the window, and waits until nothing goes through any more: what is asked before the browser has heard of it still arrives.</summary>
    public static async Task LoseLineAsync(this IPage page)
    {
        await page.Context.SetOfflineAsync(true);
        await page.WaitForFunctionAsync("() => fetch('/health').then(() => false, () => true)");
    }
}

/// <summary>Where a story stands.</summary>
public sealed record QueueRowState(StoryState State, int Version, string TakenBy);
