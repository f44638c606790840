using Wireroom.Wire.Dates;

namespace Wireroom.Wire.Nitf;

/// <summary>
/// Tells an embargo from a date of release that is past when the document is issued: many senders give both always. A document
/// that says that it is under embargo is closed, whether its time can be read or not.
/// </summary>
internal static class NitfEmbargo
{
    // Between the easternmost and the westernmost clock.
    private static readonly TimeSpan WidestZones = TimeSpan.FromHours(26);

    internal static (WireEmbargo? Embargo, WireTime? Published) Of(NitfDraft draft)
    {
        var release = WireDates.Read(draft.Release);
        if (draft.IsEmbargoed)
        {
            return (new WireEmbargo(draft.Release ?? draft.EmbargoWords ?? "embargoed", release?.Instant ?? (release is null ? WireDates.Instant(draft.EmbargoWords) : null)), null);
        }

        if (release is null)
        {
            return (null, null);
        }

        return draft.Item.VersionCreated is { } issued && IsPast(release, issued) ? (null, release) : (new WireEmbargo(release.AsSent, release.Instant), null);
    }

    /// <summary>True where the words speak of an embargo that is in force.</summary>
    internal static bool IsSaidIn(string? words) =>
        words?.Contains("embargo", StringComparison.OrdinalIgnoreCase) == true
        && !words.Contains("lifted", StringComparison.OrdinalIgnoreCase) && !words.Contains("no embargo", StringComparison.OrdinalIgnoreCase) && !words.Contains("not embargo", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the time of release is over when the document is issued, whatever zones are missing.</summary>
    internal static bool IsPast(WireTime release, WireTime issued)
    {
        if (release.Instant is { } until && issued.Instant is { } sent)
        {
            return until <= sent;
        }

        var (left, right) = (release.Instant?.DateTime ?? release.Local, issued.Instant?.DateTime ?? issued.Local);
        return left is not null && right is not null && (left == right || (release.Instant is null && issued.Instant is null && left < right) || right - left > WidestZones);
    }
}
