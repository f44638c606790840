using System.Diagnostics;
using System.Globalization;
using System.Text;
using Wireroom.Stories.Body;

namespace Wireroom.Bench;

/// <summary>10,000 generated RSS items in files of 100, taken in by <c>wireroom import</c> into an empty newsroom.</summary>
internal static class ImportBench
{
    private const int Items = 10_000;
    private const int PerFile = 100;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("wireroom-bench-").FullName;
        try
        {
            var wires = Directory.CreateDirectory(Path.Combine(folder, "wires")).FullName;
            await WriteAsync(wires);
            foreach (var what in new[] { "first import", "the same again" })
            {
                var watch = Stopwatch.StartNew();
                using var import = Process.Start(new ProcessStartInfo("dotnet", [RunningProgram.Program, "import", "--data", Path.Combine(folder, "data"), wires]) { RedirectStandardOutput = true })!;
                var said = await import.StandardOutput.ReadToEndAsync();
                await import.WaitForExitAsync();
                Console.WriteLine($"{what}: exit {import.ExitCode}, {watch.Elapsed.TotalSeconds:0.0} s with start and stop ({Items / watch.Elapsed.TotalSeconds:n0} items a second); it says:");
                Console.WriteLine(said);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task WriteAsync(string folder)
    {
        var maker = new Copymaker(3);
        for (var from = 0; from < Items; from += PerFile)
        {
            var feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel><title>Bench</title><link>https://bench.example/</link><description>Generated</description>\n");
            for (var at = from; at < from + PerFile; at++)
            {
                var copy = maker.Next(at);
                var date = DateTimeOffset.UnixEpoch.AddYears(56).AddMinutes(at).ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
                feed.Append(CultureInfo.InvariantCulture, $"<item><guid isPermaLink=\"false\">bench-{at}</guid><title>{copy.Headline}</title><category>{copy.Section}</category><pubDate>{date}</pubDate><description><![CDATA[");
                foreach (var paragraph in copy.Body.OfType<Paragraph>())
                    feed.Append("<p>").Append(paragraph.Text.Plain).Append("</p>");
                feed.Append("]]></description></item>\n");
            }

            await File.WriteAllTextAsync(Path.Combine(folder, $"{from:00000}.xml"), feed.Append("</channel></rss>\n").ToString());
        }
    }
}
