using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Wireroom.Newsroom.Tests;

namespace Wireroom.Browser.Tests.Desk;

/// <summary>The server is killed with SIGKILL while somebody writes: the program as a process of its own, and a browser that has kept nothing.</summary>
public sealed partial class DeskKilledTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task No_keystroke_older_than_two_seconds_is_lost(TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("wireroom-killed-").FullName;
        var connection = database is TestDatabase.Postgres ? await TestPostgres.FreshDatabaseAsync() : null;
        var port = Loopback.FreePort();
        try
        {
            var (server, link) = await StartAsync(folder, connection, port, first: true);
            var writer = await Chromium.OpenWindowAsync(new() { BaseURL = $"http://localhost:{port}" });
            var page = await writer.NewPageAsync();
            await page.GotoAsync(link!);
            await page.FillAsync("#name", "Ana Marić");
            await page.FillAsync("#email", "ana@courier.example");
            await page.FillAsync("#password", "a lamp in the harbour");
            await page.Keyboard.PressAsync("Enter");
            await page.ComeToAsync("**/desk");
            await page.GotoAsync("/desk/write");
            await page.Locator("#headline").FillAsync("Ferry aground off Vis");
            await page.Keyboard.PressAsync("Control+s");
            await page.ComeToAsync("**/edit");
            await page.Locator(".editor-text").FocusAsync();

            // Numbers are typed without a rest, each with the time at which it stood whole on the screen.
            var typed = new List<(int Number, long At)>();
            var watch = Stopwatch.StartNew();
            for (var number = 100; watch.ElapsedMilliseconds < 6_000; number++)
            {
                await page.Keyboard.TypeAsync($"{number} ");
                typed.Add((number, watch.ElapsedMilliseconds));
            }

            server.Kill(); // SIGKILL on Unix
            var killed = watch.ElapsedMilliseconds;
            await server.WaitForExitAsync(Cancel);
            server.Dispose();

            // Whoever goes on writing is told, and keeps everything.
            await page.Keyboard.TypeAsync("and on ");
            await Assertions.Expect(page.Locator("#save-state")).ToContainTextAsync("no line: kept in this browser");
            var address = new Uri(page.Url).PathAndQuery;

            // Another browser of the same person, which has nothing of its own.
            var state = await writer.StorageStateAsync();
            (server, _) = await StartAsync(folder, connection, port, first: false);
            var elsewhere = await Chromium.OpenWindowAsync(new() { BaseURL = $"http://localhost:{port}", StorageState = OnlyCookies().Replace(state, "\"origins\":[]") });
            var again = await elsewhere.NewPageAsync();
            await again.GotoAsync(address);
            await Assertions.Expect(again.Locator("#kept")).ToContainTextAsync("The newsroom holds text of yours");
            await again.Locator("#kept-take").PressAsync("Enter");
            var text = await again.Locator(".editor-text").InnerTextAsync();
            var lost = typed.Where(one => one.At < killed - 2_000 && !text.Contains(one.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).ToList();
            Assert.True(lost.Count == 0, $"{lost.Count} of {typed.Count} are lost, the last of {killed - lost.LastOrDefault().At} ms before the kill. Kept: {text}");
            Assert.True(typed.Count(one => one.At < killed - 2_000) > 20, "Too little was typed to tell.");

            // The page that stayed open sends what it has by itself.
            await Assertions.Expect(page.Locator("#save-state")).ToContainTextAsync("not saved; kept ");
            await page.Keyboard.PressAsync("Control+s");
            await Assertions.Expect(page.Locator("#save-state")).ToContainTextAsync("version 2");
            await Chromium.CloseWindowsAsync();
            server.Kill();
            await server.WaitForExitAsync(Cancel);
            server.Dispose();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(Process Server, string? Link)> StartAsync(string folder, string? connection, int port, bool first)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "wireroom.dll"), "serve", "--empty", "--data", folder, "--port", port.ToString(CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo("dotnet", connection is null ? arguments : [.. arguments, "--database", connection]) { RedirectStandardOutput = true };
        var server = Process.Start(start)!;
        while (await server.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            if (InvitationLink().Match(line) is { Success: true } found)
                return (server, found.Value);
            if (!first && line.Contains("Wireroom is open", StringComparison.Ordinal))
                return (server, null); // somebody is there already, and no link comes
        }

        throw new InvalidOperationException("The program did not start.");
    }

    [GeneratedRegex(@"/desk/invitation/\S+")]
    private static partial Regex InvitationLink();

    [GeneratedRegex("\"origins\":\\[.*\\]", RegexOptions.Singleline)]
    private static partial Regex OnlyCookies();
}
