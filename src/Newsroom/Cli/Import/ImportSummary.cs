using System.Globalization;
using Wireroom.Newsroom.Intake;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Cli.Import;

/// <summary>What an import came to, counted as it goes.</summary>
internal sealed class ImportSummary
{
    private const int LinesShown = 20;
    private readonly List<string> unreadable = [];
    private readonly List<string> notes = [];

    public int Files { get; private set; }

    public int Pictures { get; private set; }

    public int Taken { get; private set; }

    public int Updated { get; private set; }

    public int Repeated { get; private set; }

    public bool AllRead => unreadable.Count == 0;

    private int Items => Taken + Updated + Repeated;

    public void Add(string name, ArrivalReport report)
    {
        Files++;
        var outcome = report.Outcome;
        Taken += outcome.Taken;
        Updated += outcome.Updated;
        Repeated += outcome.Repeated;
        if (report.WhyUnreadable is { } why)
        {
            unreadable.Add($"{name}: {why}");
            return;
        }

        foreach (var fault in outcome.Faults)
        {
            var place = fault.Place.Length > 0 ? $"{fault.Place}: " : "";
            if (fault.Kind is WireFaultKind.Unreadable)
                unreadable.Add($"{name}: {place}{fault.Message}");
            else if (fault.Kind is WireFaultKind.Lost || fault.Code is "not-released" or "late" or "kill-before-item" or "killed-before-arrival")
                notes.Add($"{name}: {place}{fault.Message}");
        }
    }

    public void AddUnread(string name, string? why)
    {
        Files++;
        if (why is null)
            Pictures++;
        else
            unreadable.Add($"{name}: {why}");
    }

    /// <summary>The summary in lines for the operator.</summary>
    public IEnumerable<string> Lines(TimeSpan took)
    {
        var rate = took > TimeSpan.Zero ? Items / took.TotalSeconds : Items;
        var pictures = Pictures > 0 ? $", {Of(Pictures, "picture")} beside them" : "";
        yield return $"{Of(Files - Pictures, "file")}{pictures}: {Number(Taken)} taken, {Number(Updated)} updated, {Number(Repeated)} repeated, {Number(unreadable.Count)} unreadable; "
            + $"{Number(Items)} items in {took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s, {Number((int)rate)} a second.";
        foreach (var line in Listed("Unreadable:", unreadable).Concat(Listed("To look at:", notes)))
            yield return line;
    }

    private static IEnumerable<string> Listed(string title, List<string> lines)
    {
        if (lines.Count == 0)
            yield break;
        yield return title;
        foreach (var line in lines.Take(LinesShown))
            yield return "  " + line;
        if (lines.Count > LinesShown)
            yield return $"  … and {Number(lines.Count - LinesShown)} more";
    }

    private static string Of(int count, string what) => $"{Number(count)} {what}{(count == 1 ? "" : "s")}";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
