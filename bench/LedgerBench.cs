using System.Diagnostics;
using System.Globalization;
using Wireroom.Language;
using Wireroom.Language.Attribution;

namespace Wireroom.Bench;

/// <summary>The ledger of sources: what the taggers cost to load, a story of 600 words on one core, stories a second on two.</summary>
internal static class LedgerBench
{
    private const int Words = 600;
    private const int Stories = 2000;

    // Copy as agencies write it, with somebody saying something in most sentences; our own.
    private static readonly string[] Paragraphs =
    [
        "Rebel fighters took two villages east of the river on Tuesday, a field commander said, in the heaviest fighting since the spring.",
        "The army's spokesman, Colonel Adam Harrow, denied that any village had fallen. \"Our men hold the bridge,\" he told reporters in the capital. \"They will hold it tomorrow.\"",
        "State news agency Norda reported, quoting an unnamed security official, that the road to the north had been reopened after three days.",
        "The Lisbon-based Conflict Register, which counts the dead on both sides, said at least 14 people had been killed and 30 wounded, most of them women and children.",
        "According to a report published on Monday, more than 1,200 families have left the district, and the school in the main square has been turned into a clinic.",
        "Snow fell overnight on the hills above the town. The market was open, but few people came, and the price of bread has doubled since last week.",
        "A minister who asked not to be named said the cabinet was divided over the truce, adding that the vote had been put off until Friday.",
        "There was no immediate comment from the neighbouring government, which has called the reports of shelling across the border an invention.",
    ];

    public static void Run()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        LedgerReader.Read(new Passage("The road is closed, police said.", "en"));
        var loaded = watch.Elapsed;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"taggers loaded, with the first ledger: {loaded.TotalMilliseconds:n0} ms, {memory / 1048576.0:n1} MB"));

        var stories = Enumerable.Range(0, 64).Select(Story).ToArray();
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < TimeSpan.FromSeconds(2);)
            Array.ForEach(stories, story => LedgerReader.Read(story));
        var times = new List<double>();
        for (var at = 0; at < 400; at++)
        {
            watch.Restart();
            LedgerReader.Read(stories[at % stories.Length]);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a story of {Words} words on one core: median {times[200]:n2} ms, p95 {times[380]:n2} ms"));

        watch.Restart();
        Parallel.For(0, Stories, new ParallelOptions { MaxDegreeOfParallelism = 2 }, at => LedgerReader.Read(stories[at % stories.Length]));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"on two cores: {Stories / watch.Elapsed.TotalSeconds:n0} stories/s"));
    }

    private static Passage Story(int seed)
    {
        var paragraphs = new List<string>();
        for (var (words, at) = (0, seed); words < Words; at++)
        {
            paragraphs.Add(Paragraphs[at % Paragraphs.Length]);
            words += paragraphs[^1].Split(' ').Length;
        }

        return Passage.Of("Rebels take two villages, commander says", paragraphs, "en");
    }
}
