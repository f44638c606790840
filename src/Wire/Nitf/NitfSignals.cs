namespace Wireroom.Wire.Nitf;

/// <summary>The words of ed-msg's msg-type, which NITF leaves to the sender.</summary>
internal static class NitfSignals
{
    private static readonly (string Word, WireSignal Signal)[] Words =
    [
        ("kill", WireSignal.Withdrawal), ("withdraw", WireSignal.Withdrawal), ("cancel", WireSignal.Withdrawal), ("eliminat", WireSignal.Withdrawal), ("withhold", WireSignal.Hold), ("hold", WireSignal.Hold),
        ("correct", WireSignal.Correction), ("corr", WireSignal.Correction), ("refile", WireSignal.Refile), ("repeat", WireSignal.Repeat), ("resend", WireSignal.Repeat),
        ("update", WireSignal.Update), ("writethr", WireSignal.Update), ("write-thr", WireSignal.Update), ("lead", WireSignal.Update), ("sub", WireSignal.Update),
        ("take", WireSignal.Take), ("add", WireSignal.Take), ("alert", WireSignal.Alert), ("bulletin", WireSignal.Alert), ("flash", WireSignal.Alert), ("snap", WireSignal.Alert),
        ("advisory", WireSignal.Advisory), ("test", WireSignal.Test), ("new", WireSignal.New),
    ];

    /// <summary>The signal that the words name by the start of one of them; null where they name none.</summary>
    internal static WireSignal? Of(string? words)
    {
        foreach (var word in (words ?? "").Split([' ', '_', ',', '.', ';', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var (start, signal) in Words)
            {
                if (word.StartsWith(start, StringComparison.OrdinalIgnoreCase) || (start == "alert" && word.EndsWith(start, StringComparison.OrdinalIgnoreCase)))
                {
                    return signal;
                }
            }
        }

        return null;
    }

    internal static string Word(WireSignal signal) => signal.ToString().ToLowerInvariant();
}
