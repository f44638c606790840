using Wireroom.Stories;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Dedupe;

/// <summary>Whether copy goes out as it arrives. What it lacks (a headline, a readable embargo) is asked again by the store at the release itself.</summary>
public static class SelfRelease
{
    /// <summary>True for copy of a trusted source, of one whose updates follow into what is out, or that an operator imported with <c>--release</c>. Advisories, tests, holds and kills never go out.</summary>
    public static bool Decide(WireItem item, Copy copy, bool trusted) =>
        trusted
        && item.Signal is not (WireSignal.Advisory or WireSignal.Test or WireSignal.Hold or WireSignal.Withdrawal)
        && item.Kind is ("text" or "picture" or "graphic")
        && copy.Embargo is not { Until: null };
}
