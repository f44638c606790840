namespace Wireroom.Wire.NewsMlG2;

/// <summary>Codes of signals: IPTC's, those of agencies, and the words of our own.</summary>
internal static class NewsMlG2Signals
{
    private static readonly (string Code, WireSignal Signal)[] Codes =
    [
        ("kill", WireSignal.Withdrawal), ("killed", WireSignal.Withdrawal), ("withdrawal", WireSignal.Withdrawal), ("withdraw", WireSignal.Withdrawal), ("withdrawn", WireSignal.Withdrawal),
        ("cancel", WireSignal.Withdrawal), ("canceled", WireSignal.Withdrawal), ("cancelled", WireSignal.Withdrawal), ("retract", WireSignal.Withdrawal), ("retraction", WireSignal.Withdrawal), ("takedown", WireSignal.Withdrawal),
        ("hold", WireSignal.Hold), ("withhold", WireSignal.Hold), ("withheld", WireSignal.Hold),
        ("correction", WireSignal.Correction), ("corrected", WireSignal.Correction), ("correct", WireSignal.Correction), ("corrective", WireSignal.Correction),
        ("refile", WireSignal.Refile), ("repeat", WireSignal.Repeat), ("resend", WireSignal.Repeat), ("resent", WireSignal.Repeat),
        ("update", WireSignal.Update), ("updated", WireSignal.Update), ("writethru", WireSignal.Update), ("writethrough", WireSignal.Update), ("lead", WireSignal.Update),
        ("take", WireSignal.Take), ("add", WireSignal.Take), ("alert", WireSignal.Alert), ("newsalert", WireSignal.Alert), ("flash", WireSignal.Alert), ("bulletin", WireSignal.Alert),
        ("advisory", WireSignal.Advisory), ("test", WireSignal.Test), ("new", WireSignal.New),
    ];

    /// <summary>The signal of a QCode; null where it says something else. Reuters has one letter in a scheme of its own.</summary>
    internal static WireSignal? Of(string? scheme, string code)
    {
        if (scheme?.Equals("edStat", StringComparison.OrdinalIgnoreCase) == true)
        {
            return code.ToUpperInvariant() switch { "N" => WireSignal.New, "U" => WireSignal.Update, "C" => WireSignal.Correction, "D" => WireSignal.Withdrawal, _ => null };
        }

        foreach (var (known, signal) in Codes)
        {
            if (known.Equals(code.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
            {
                return signal;
            }
        }

        return null;
    }

    /// <summary>The QCode that is written: IPTC's where there is one, else a word of our own; null for a first version.</summary>
    internal static string? QCode(WireSignal signal) => signal switch
    {
        WireSignal.New => null,
        WireSignal.Update => "sig:update",
        WireSignal.Correction => "sig:correction",
        _ => $"{NewsMlG2Codes.Own}:{signal.ToString().ToLowerInvariant()}",
    };
}
