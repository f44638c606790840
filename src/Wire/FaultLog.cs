namespace Wireroom.Wire;

/// <summary>Passes faults on, but of each kind only the first few, and says at the end how many there were: a document of a million wrong bytes is one piece of news.</summary>
internal sealed class FaultLog(IWireSink sink)
{
    private const int MostOfOneCode = 5;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    internal void Take(WireFault fault)
    {
        var count = counts[fault.Code] = counts.GetValueOrDefault(fault.Code) + 1;
        if (count <= MostOfOneCode)
        {
            sink.Take(fault);
        }
    }

    internal void Finish()
    {
        foreach (var (code, count) in counts)
        {
            if (count > MostOfOneCode)
            {
                sink.Take(new WireFault(WireFaultKind.Repaired, code, $"The same was wrong in {count - MostOfOneCode} more places."));
            }
        }

        counts.Clear();
    }
}
