using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Playwright;
using Wireroom.Browser.Tests;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: ClosesWindows]

namespace Wireroom.Browser.Tests;

/// <summary>Debian's Chromium without its window, which needs half the time of the whole browser, started once for all tests. Nothing is downloaded; where it is missing, the tests are skipped with a message.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium-headless-shell";

    // What a page shows in an instant takes long where everything runs at once; how fast it is, is measured in bench.
    private const float Patience = 30_000;
    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Windows = new();
    private static IBrowser? browser;
    private IPlaywright? playwright;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
            return;
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A window of somebody of their own; it is closed when the test has ended.</summary>
    public static async Task<IBrowserContext> OpenWindowAsync(BrowserNewContextOptions options)
    {
        Assert.SkipWhen(browser is null, $"{Program} is missing; ./test installs it.");
        var window = await browser!.NewContextAsync(options);
        window.SetDefaultTimeout(Patience);
        Windows.GetOrAdd(TestContext.Current.Test!.UniqueID, _ => []).Add(window);
        return window;
    }

    /// <summary>A page of a reader of their own.</summary>
    public static async Task<IPage> OpenAsync(Uri address, int width = 1280, int height = 900, bool script = true, bool dark = false)
    {
        var reader = await OpenWindowAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = script,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        return await reader.NewPageAsync();
    }

    /// <summary>Closes what the running test has opened.</summary>
    public static Task CloseWindowsAsync() =>
        Windows.TryRemove(TestContext.Current.Test!.UniqueID, out var windows) ? Task.WhenAll(windows.Select(window => window.CloseAsync())) : Task.CompletedTask;
}

/// <summary>Closes the windows of each test at its end, and waits for nothing: a page that is left open asks for its live line until all have ended.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClosesWindowsAttribute : BeforeAfterTestAttribute
{
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => _ = Chromium.CloseWindowsAsync();
}
