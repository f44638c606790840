using System.Diagnostics;

namespace Wireroom.Bench;

/// <summary>Python's feedparser on the same bytes, where it is installed (Debian: <c>python3-feedparser</c>).</summary>
internal static class Feedparser
{
    // Reads the file again and again for five seconds, after one that does not count.
    private const string Program = """
        import sys, time, feedparser
        data = open(sys.argv[1], 'rb').read()
        count = len(feedparser.parse(data).entries)
        began, items = time.process_time(), 0
        while time.process_time() - began < 5:
            items += len(feedparser.parse(data).entries)
        print(f"{'  feedparser ' + feedparser.__version__:<44} {items / (time.process_time() - began):>10,.0f} items/s")
        """;

    // Debian's own Python is the one that has Debian's packages.
    private const string Debian = "/usr/bin/python3";

    public static void Run(byte[] document)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, document);
            using var python = Process.Start(new ProcessStartInfo(File.Exists(Debian) ? Debian : "python3", ["-c", Program, file]) { RedirectStandardError = true });
            python!.WaitForExit();
            if (python.ExitCode != 0)
                Console.WriteLine("  feedparser is not installed: apt-get install python3-feedparser");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine("  feedparser needs python3, which is not here");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
