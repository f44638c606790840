using System.Diagnostics;
using System.Text.Json;
using Wireroom.Newsroom.Tests;

namespace Wireroom.Browser.Tests;

/// <summary>The Nu Html Checker (npm vnu-jar) over a page of every kind. It needs Java and tests/checks/node_modules; ./test installs both.</summary>
public sealed class NuCheckerTests
{
    private static readonly string Jar = Path.Combine(Repository.Root, "tests", "checks", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");

    [Fact]
    public async Task The_Nu_Html_Checker_finds_no_error_on_any_kind_of_page()
    {
        Assert.SkipUnless(File.Exists(Jar), $"{Jar} is missing; ./test installs it.");
        await using var newsroom = await RunningNewsroom.StartAsync();
        var folder = Directory.CreateTempSubdirectory("wireroom-pages-");
        try
        {
            var names = new Dictionary<string, string>();
            foreach (var (kind, address) in await PageKinds.FillAsync(newsroom))
            {
                using var answer = await newsroom.Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
                var file = Path.Combine(folder.FullName, $"page{names.Count}.html");
                names[Path.GetFileName(file)] = kind;
                await File.WriteAllTextAsync(file, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            }

            var planted = Path.Combine(folder.FullName, "planted.html");
            await File.WriteAllTextAsync(planted, "<!DOCTYPE html><html lang=\"en\"><head><title>A</title></head><body><p><div></div></p></body></html>", TestContext.Current.CancellationToken);
            var found = await CheckAsync(folder.FullName);
            Assert.Contains(found, fault => fault.File == "planted.html"); // the checker does find what is wrong
            Assert.Empty(found.Where(fault => fault.File != "planted.html").Select(fault => $"{names[fault.File]}: {fault.Message}").Distinct());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<(string File, string Message)>> CheckAsync(string folder)
    {
        Process? java;
        try
        {
            java = Process.Start(new ProcessStartInfo("java", ["-jar", Jar, "--errors-only", "--format", "json", "--exit-zero-always", folder]) { RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Java is missing; ./test installs it.");
            return [];
        }

        using (java)
        {
            var told = await java!.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            using var json = JsonDocument.Parse(told);
            return
            [
                .. json.RootElement.GetProperty("messages").EnumerateArray().Select(message => (
                    message.TryGetProperty("url", out var url) ? Path.GetFileName(url.GetString()!) : "",
                    $"{message.GetProperty("message").GetString()} {(message.TryGetProperty("extract", out var extract) ? extract.GetString() : "")}"))
            ];
        }
    }
}
