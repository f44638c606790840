using Microsoft.Playwright;
using Wireroom.Newsroom.Tests;
using Wireroom.Newsroom.Tests.Site;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using static Microsoft.Playwright.Assertions;

namespace Wireroom.Browser.Tests;

/// <summary>An open page of a live story, and the site without a line.</summary>
public sealed class SiteStoryLiveTests
{
    [Fact]
    public async Task New_entries_wait_for_who_reads_and_what_is_withdrawn_goes_at_once()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var kinds = await PageKinds.FillAsync(newsroom);
        var story = StoryOf(kinds["live"]);
        var page = await Chromium.OpenAsync(newsroom.Address, 390);
        await page.GotoAsync(kinds["live"]);
        var third = page.Locator(".entries > .entry").Nth(3);
        var text = await third.Locator(".body").InnerTextAsync();
        await third.ScrollIntoViewIfNeededAsync();
        await page.EvaluateAsync("element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 120)", await third.ElementHandleAsync());
        var top = await TopAsync(page, text);
        for (var number = 1; number <= 3; number++)
            await newsroom.Store.AddEntryAsync(story, Entry($"New entry {number}"), "Ana", Press.Cancel);
        var button = page.Locator(".live-new");
        await Expect(button).ToHaveTextAsync("3 new entries");
        await Expect(page.Locator("[data-live-status]")).ToHaveTextAsync("3 new entries");
        Assert.Equal(top, await TopAsync(page, text), 1.0);

        var read = (await newsroom.Store.EntriesAsync(story, Press.Cancel)).First(entry => BodyText.Of(entry.Copy.Body).Contains(text.Split('\n')[0], StringComparison.Ordinal));
        await newsroom.Store.WithdrawEntryAsync(story, read.Key, new Withdrawal("The gauge was broken."), "Ana", Press.Cancel);
        await Expect(page.Locator($"[data-entry='{read.Key}'] .notice.withdrawn")).ToContainTextAsync("The gauge was broken.");
        await button.ClickAsync();
        await Expect(page.Locator(".entries > .entry").First).ToContainTextAsync("New entry 3");
        await Expect(button).ToBeHiddenAsync();

        await newsroom.Store.WithdrawAsync(story, new Withdrawal("All of it was forged."), "Ana", Press.Cancel);
        await Expect(page.Locator("main")).ToContainTextAsync("All of it was forged.");
        await Expect(page.Locator(".entries")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_withdrawn_goes_from_the_key_points_from_above_the_others_and_from_older_pages()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var kinds = await PageKinds.FillAsync(newsroom);
        var story = StoryOf(kinds["live"]);
        var entries = await newsroom.Store.EntriesAsync(story, Press.Cancel);
        var points = entries.Where(entry => entry.Copy.IsKeyPoint).ToList();
        var pinned = (await newsroom.Store.LiveFrameAsync(story, Press.Cancel))!.Pinned;
        var page = await Chromium.OpenAsync(newsroom.Address, 390);
        await page.GotoAsync(kinds["live"]);
        var older = await Chromium.OpenAsync(newsroom.Address, 390);
        await older.GotoAsync(kinds["live, older"]);
        await Expect(page.Locator("[data-point]")).ToHaveCountAsync(points.Count);
        await page.EvaluateAsync("scrollTo(0, document.querySelectorAll('.entries > .entry')[5].offsetTop)");
        // More new entries than a page holds: the newest page says nothing of those that are read.
        for (var number = 1; number <= 41; number++)
            await newsroom.Store.AddEntryAsync(story, Entry($"New entry {number}"), "Ana", Press.Cancel);
        await Expect(page.Locator(".live-new")).ToHaveTextAsync("40 new entries"); // as many as a page holds
        var read = await page.Locator(".entries > .entry").Nth(6).GetAttributeAsync("data-entry");
        var old = await older.Locator(".entries > .entry").Nth(1).GetAttributeAsync("data-entry");
        foreach (var key in (long[])[points[0].Key, pinned!.Value, long.Parse(read!, null), long.Parse(old!, null)])
        {
            if ((await newsroom.Store.EntriesAsync(story, Press.Cancel)).Single(entry => entry.Key == key).Kind != EntryKind.Withdrawal)
                await newsroom.Store.WithdrawEntryAsync(story, key, new Withdrawal("The gauge was broken."), "Ana", Press.Cancel);
        }

        await Expect(page.Locator($"[data-point='{points[0].Key}']")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-pinned]")).ToHaveCountAsync(0);
        await Expect(page.Locator($"[data-entry='{read}'] .notice.withdrawn")).ToContainTextAsync("The gauge was broken.");
        await Expect(page.Locator("[data-point]")).ToHaveCountAsync(points.Count - 1);
        await Expect(older.Locator($"[data-entry='{old}'] .notice.withdrawn")).ToContainTextAsync("The gauge was broken.");
        await Expect(older.Locator(".live-new")).ToBeHiddenAsync();
        await newsroom.Store.WithdrawAsync(story, new Withdrawal("All of it was forged."), "Ana", Press.Cancel);
        await Expect(older.Locator("main")).ToContainTextAsync("All of it was forged.");
    }

    [Fact]
    public async Task Without_a_line_the_last_read_stories_stand_and_a_killed_one_does_not()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (_, ferry) = await newsroom.ReleaseAsync(Press.Copy("Ferry sails"));
        var (killed, dam) = await newsroom.ReleaseAsync(Press.Copy("Dam gives way"));
        var page = await Chromium.OpenAsync(newsroom.Address);
        await page.GotoAsync("/");
        await page.EvaluateAsync("navigator.serviceWorker.ready");
        await page.WaitForFunctionAsync("navigator.serviceWorker.controller !== null");
        foreach (var address in (string[])["/", "/region?before=9000000000000000000", ferry, dam])
            await page.GotoAsync(address);
        await KeptAsync(page, dam, true);

        await LineAsync(page, false);
        await Expect(page.Locator("[data-kept] a")).ToHaveTextAsync(["Dam gives way", "Ferry sails", "Region", "Wireroom: Front page"]);
        await Expect(page.Locator("[data-kept] a").Nth(2)).ToHaveAttributeAsync("href", "/region?before=9000000000000000000");
        await page.GotoAsync(ferry);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Ferry sails");

        // With the line comes the kill: nothing that names the story stays on the device.
        await newsroom.Store.WithdrawAsync(killed, new Withdrawal("Forged."), "Ana", Press.Cancel);
        await LineAsync(page, true);
        await page.GotoAsync("/sources");
        await KeptAsync(page, dam, false);
        await LineAsync(page, false);
        await page.GotoAsync(dam);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You are offline");
        await Expect(page.Locator("[data-kept]")).Not.ToContainTextAsync("Dam gives way");
    }

    [Fact]
    public async Task A_reader_sets_the_size_of_the_text_and_it_stays()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (_, ferry) = await newsroom.ReleaseAsync(Press.Copy("Ferry sails"));
        var page = await Chromium.OpenAsync(newsroom.Address);
        await page.GotoAsync(ferry);
        var size = await SizeAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Larger text" }).ClickAsync();
        Assert.Equal(size * 1.125, await SizeAsync(page), 1);
        await page.GotoAsync("/");
        await page.GotoAsync(ferry);
        Assert.Equal(size * 1.125, await SizeAsync(page), 1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Smaller text" }).ClickAsync();
        Assert.Equal(size, await SizeAsync(page), 1);
        Assert.Empty(await page.Context.CookiesAsync());

        static Task<double> SizeAsync(IPage page) => page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.querySelector('.body p')).fontSize)");
    }

    /// <summary>Cuts the line or mends it. The worker hears of it later than the page, and until then keeps what it fetches: a page of forms is never kept.</summary>
    private static async Task LineAsync(IPage page, bool isThere)
    {
        await page.Context.SetOfflineAsync(!isThere);
        await UntilAsync(isThere ? "There is still no line." : "There is still a line.", async () =>
        {
            await page.GotoAsync("/newsletter");
            return await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync() != "You are offline" == isThere;
        });
    }

    /// <summary>Until the device keeps the page, or does not.</summary>
    private static Task KeptAsync(IPage page, string address, bool kept) => UntilAsync(
        $"{address} is {(kept ? "not kept" : "still kept")}.",
        async () => await page.EvaluateAsync<bool>("address => caches.open('pages-1').then(cache => cache.match(address)).then(Boolean)", address) == kept);

    private static async Task UntilAsync(string fault, Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (await holds())
                return;
            await Task.Delay(100, Press.Cancel);
        }

        Assert.Fail(fault);
    }

    private static Task<double> TopAsync(IPage page, string text) => page.EvaluateAsync<double>(
        "text => [...document.querySelectorAll('.entries > .entry .body')].find(one => one.innerText === text).getBoundingClientRect().top", text);

    private static EntryCopy Entry(string text) => new("", [new Paragraph(RichText.Of(text))]);

    private static StoryId StoryOf(string address) => StoryId.TryParse(address.AsSpan(address.Length - 13), out var story) ? story : throw new ArgumentException(address, nameof(address));
}
