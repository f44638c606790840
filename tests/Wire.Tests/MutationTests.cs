using System.Diagnostics;
using System.Globalization;

namespace Wireroom.Wire.Tests;

/// <summary>
/// Every fixture of every format, damaged at random: no reader may throw, hang or take memory without bound. A short run stands
/// in the suite; <c>scripts/mutate</c> runs a million and sets the variables: WIRE_MUTATIONS is the number, WIRE_MUTATIONS_FROM the
/// first, WIRE_MUTATIONS_FOLDER where offending bytes are kept.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Few = 1_500;
    private const int LargestFixture = 64 * 1024;
    private const long MostMemory = 1024L * 1024 * 1024;

    // Of the processor: on a busy machine a thread may wait for minutes, and does not hang.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    private readonly string folder = Environment.GetEnvironmentVariable("WIRE_MUTATIONS_FOLDER") ?? Path.Combine(Path.GetTempPath(), "wireroom-mutations");
    private readonly List<string> found = [];
    private volatile byte[] current = [];
    private long currentNumber;
    private long startedAt;
    private long processorAt;

    [Fact]
    public void No_damage_makes_a_reader_throw_hang_or_take_memory_without_bound()
    {
        var fixtures = Fixtures();
        foreach (var format in WireFormats.All)
        {
            // Editions of one format share a reader.
            Assert.True(fixtures.Exists(fixture => fixture.Format.GetType() == format.GetType()), $"{format.Name} has no fixture to damage.");
        }

        var damage = new Damage([.. fixtures.Select(fixture => fixture.Bytes)], seed: 1);
        var (first, count) = (Number("WIRE_MUTATIONS_FROM", 0), Number("WIRE_MUTATIONS", Few));
        var reading = new Thread(() => Run(fixtures, damage, first, count)) { IsBackground = true };
        var watch = Stopwatch.StartNew();
        Started();
        reading.Start();
        while (!reading.Join(TimeSpan.FromMilliseconds(200)))
        {
            var hangs = Environment.CpuUsage.TotalTime.Ticks - Interlocked.Read(ref processorAt) > Longest.Ticks || Stopwatch.GetElapsedTime(Interlocked.Read(ref startedAt)) > LongestWait;
            if (hangs || GC.GetTotalMemory(forceFullCollection: false) > MostMemory)
            {
                Keep(hangs ? "hang" : "memory", current, Interlocked.Read(ref currentNumber), "");
                break;
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Read(ref currentNumber) - first + 1:N0} mutations of {fixtures.Count} fixtures in {watch.Elapsed.TotalSeconds:N0} s: {found.Count} faults"));
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private void Run(List<(string File, byte[] Bytes, WireFormat Format)> fixtures, Damage damage, long first, long count)
    {
        var (slowest, slowestAt) = (TimeSpan.Zero, -1L);
        byte[] slowestBytes = [];
        var (largest, largestAt) = (0L, -1L);
        for (var number = first; number < first + count && found.Count < 20; number++)
        {
            var (fixture, bytes) = damage.Of(number);
            current = bytes;
            Interlocked.Exchange(ref currentNumber, number);
            Started();
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                fixtures[fixture].Format.Read(WireInput.Of(bytes), new WireDocument());
                var other = WireFormats.Recognise(bytes, whole: true);
                if (other is not null && other != fixtures[fixture].Format)
                {
                    other.Read(WireInput.Of(bytes), new WireDocument());
                }
            }
#pragma warning disable CA1031 // Whatever a reader throws is what is sought here.
            catch (Exception thrown)
#pragma warning restore CA1031
            {
                Keep(thrown.GetType().Name, bytes, number, $"{fixtures[fixture].Format.Name}, {fixtures[fixture].File}: {thrown}");
            }

            var (took, taken) = (Stopwatch.GetElapsedTime(Interlocked.Read(ref startedAt)), GC.GetAllocatedBytesForCurrentThread() - before);
            (slowest, slowestAt, slowestBytes) = took > slowest ? (took, number, bytes) : (slowest, slowestAt, slowestBytes);
            (largest, largestAt) = taken > largest ? (taken, number) : (largest, largestAt);
        }

        if (Environment.GetEnvironmentVariable("WIRE_MUTATIONS_FOLDER") is not null)
        {
            // No fault, but the next that may become one.
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, "slowest.bin"), slowestBytes);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slowest: number {slowestAt}, {slowest.TotalMilliseconds:N0} ms; most allocated: number {largestAt}, {largest / 1024.0 / 1024:N0} MB in all"));
    }

    private void Started()
    {
        Interlocked.Exchange(ref processorAt, Environment.CpuUsage.TotalTime.Ticks);
        Interlocked.Exchange(ref startedAt, Stopwatch.GetTimestamp());
    }

    /// <summary>The fixtures of every folder, so that a new format is taken in by itself; the large ones only where a format has no other.</summary>
    private static List<(string File, byte[] Bytes, WireFormat Format)> Fixtures()
    {
        var all = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => (File: Path.GetFileName(file), Bytes: File.ReadAllBytes(file)))
            .Select(pair => (pair.File, pair.Bytes, Format: WireFormats.Recognise(pair.Bytes, whole: true)))
            .Where(fixture => fixture.Format is not null)
            .OfType<(string File, byte[] Bytes, WireFormat Format)>()
            .ToList();
        var smallest = all.GroupBy(fixture => fixture.Format).Select(group => group.MinBy(fixture => fixture.Bytes.Length));
        return [.. all.Where(fixture => fixture.Bytes.Length <= LargestFixture).Union(smallest)];
    }

    private void Keep(string what, byte[] bytes, long number, string said)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number}-{what}.bin"));
        File.WriteAllBytes(file, bytes);
        found.Add($"{file}\n{said}");
    }

    private static long Number(string variable, long otherwise) => long.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
