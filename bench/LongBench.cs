using System.Diagnostics;
using System.Globalization;
using System.Text;
using Wireroom.Wire;

namespace Wireroom.Bench;

/// <summary>Documents of a gigabyte through the readers, made as they are read: how long, and how far the working set grows.</summary>
internal static class LongBench
{
    private const long Default = 1024L * 1024 * 1024;

    public static void Run(string megabytes)
    {
        var length = long.TryParse(megabytes, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked * 1024 * 1024 : Default;
        Measure("rss", length, "<rss version='2.0'><channel><title>Long</title>", "<item><guid>a</guid><title>One &amp; two</title><pubDate>Thu, 26 Nov 2026 10:00:00 +0100</pubDate><description>&lt;p&gt;Copy of a few words.&lt;/p&gt;&lt;p&gt;And a few more.&lt;/p&gt;</description></item>\n");
        Measure("atom", length, "<feed xmlns='http://www.w3.org/2005/Atom'><title>Long</title>", "<entry><id>a</id><title>One</title><updated>2026-11-26T10:00:00Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Copy of a few words.</p></div></content></entry>\n");
        Measure("jsonfeed", length, "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Long\",\"items\":[", "{\"id\":\"a\",\"title\":\"One\",\"content_html\":\"<p>Copy of a few words.</p>\",\"date_published\":\"2026-11-26T10:00:00Z\"},\n");

        // An item that never ends, in a vocabulary of its own depth: what is beyond the bound is passed over.
        Measure("rss", length, "<rss version='2.0'><channel><title>Long</title><item><description>", "copy that never ends ");
        Measure("nitf", length, "<nitf><body><body.content>", "<p>Copy of a few words.</p>\n");
    }

    private static void Measure(string name, long length, string start, string piece)
    {
        GC.Collect();
        var before = Environment.WorkingSet;
        var counter = new Counter();
        using var ended = new CancellationTokenSource();
        var most = before;
        var watching = new Thread(() =>
        {
            while (!ended.Token.WaitHandle.WaitOne(20))
                most = Math.Max(most, Environment.WorkingSet);
        });
        watching.Start();
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        WireFormats.Named(name)!.Read(new WireInput(new Made(start, piece, length)), counter);
        var spent = Environment.CpuUsage.TotalTime - cpu;
        ended.Cancel();
        watching.Join();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-10} {length / 1048576:n0} MB, {counter.Items:n0} items: {watch.Elapsed.TotalSeconds:n1} s ({spent.TotalSeconds:n1} s of the processor), working set + {(most - before) / 1048576.0:n0} MB; {string.Join(", ", counter.Faults)}"));
    }

    private sealed class Counter : IWireSink
    {
        public long Items { get; private set; }

        public HashSet<string> Faults { get; } = [];

        public void Take(WireItem item) => Items++;

        public void Take(WireFault fault) => Faults.Add(fault.Code);
    }

    /// <summary>A beginning, and then the same piece again and again.</summary>
    private sealed class Made(string start, string piece, long length) : Stream
    {
        private readonly byte[] first = Encoding.UTF8.GetBytes(start);
        private readonly byte[] again = Encoding.UTF8.GetBytes(piece);
        private long position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var source = position < first.Length ? first.AsSpan((int)position) : again.AsSpan((int)((position - first.Length) % again.Length));
            var taken = (int)Math.Min(Math.Min(buffer.Length, source.Length), length - position);
            source[..taken].CopyTo(buffer);
            position += taken;
            return taken;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
