using System.Globalization;
using Microsoft.Playwright;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Bench;

/// <summary>The queue in a real Chromium: from a key to the picture that shows its row, with few rows loaded and with five thousand.</summary>
internal static class DeskBench
{
    private const int Rows = 5_000;
    private const int Keys = 300;

    /// <summary>The time from the key's own stamp until the frame after it was drawn: a task that is queued in the frame's callback runs after the paint.</summary>
    private const string Measure =
        """
        () => {
          window.times = [];
          const channel = new MessageChannel();
          let begun = 0;
          channel.port1.onmessage = () => window.times.push(performance.now() - begun);
          document.addEventListener("keydown", (event) => {
            const at = event.timeStamp;
            requestAnimationFrame(() => { begun = at; channel.port2.postMessage(0); });
          }, true);
        }
        """;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("wireroom-desk-").FullName;
        try
        {
            string link;
            var store = await Store.OpenAsync(new StoreOptions(folder), TimeProvider.System, CancellationToken.None);
            await using (store)
            {
                var body = string.Join(' ', Enumerable.Repeat("The harbour master said that the ferry had sailed late.", 30));
                await store.InOneGoAsync(
                    async cancel =>
                    {
                        for (var number = 0; number < Rows; number++)
                        {
                            await store.WriteStoryAsync(
                                new Copy { Headline = $"Ferry {number} aground off the island, all passengers safe", Slugline = "FERRY-VIS", Section = "region", Credit = "Maestral", Urgency = number % 40 == 0 ? 1 : 5, Body = [new Paragraph(RichText.Of(body))] },
                                "Ana Marić", cancel);
                        }
                    },
                    CancellationToken.None);
                link = await new Invitations(store, TimeProvider.System).InviteAsync(Roles.First, "", CancellationToken.None);
            }

            await using var newsroom = await RunningProgram.NewsroomAsync(folder, "/", "--empty");
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
            var page = await (await browser.NewContextAsync(new() { BaseURL = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{newsroom.Port}"), ViewportSize = new() { Width = 1440, Height = 900 } })).NewPageAsync();
            await page.GotoAsync(link);
            await page.FillAsync("#name", "Ana Marić");
            await page.FillAsync("#email", "ana@courier.example");
            await page.FillAsync("#password", "a lamp in the harbour");
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForURLAsync("**/desk");
            await page.WaitForLoadStateAsync();
            await WalkAsync(page, "queue, 100 rows, key to paint");

            // Walk to the end of what is loaded until all is.
            await page.EvaluateAsync(
                """
                async (rows) => {
                  const pane = document.querySelector(".queue-pane");
                  for (let tries = 0; tries < 400; tries++) {
                    const set = Number(document.querySelector("#rows li.row")?.getAttribute("aria-setsize"));
                    if (set >= rows) return;
                    pane.scrollTop = pane.scrollHeight;
                    await new Promise((done) => setTimeout(done, 100));
                  }
                  throw new Error("Not all rows came.");
                }
                """,
                Rows);
            await WalkAsync(page, "queue, 5,000 rows, key to paint, at the end", "k");
            await page.EvaluateAsync("() => { document.querySelector('.queue-pane').scrollTop = 0; }");
            await WalkAsync(page, "queue, 5,000 rows, key to paint");
            Console.WriteLine($"rows in the page of {Rows}: {await page.Locator("#rows > li.row").CountAsync()}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task WalkAsync(IPage page, string what, string key = "j")
    {
        await page.Keyboard.PressAsync(key);
        await page.EvaluateAsync(Measure);
        for (var pressed = 0; pressed < Keys; pressed++)
        {
            await page.Keyboard.PressAsync(key);
            await Task.Delay(15);
        }

        await page.WaitForFunctionAsync("(keys) => window.times.length >= keys - 20", Keys);
        Figures.Print(what, await page.EvaluateAsync<double[]>("() => window.times"));
    }
}
