namespace Wireroom.Newsroom.Host.Sample;

/// <summary>A clock that the sample newsroom's three weeks are walked through with, so that every version and move carries its own time.</summary>
internal sealed class SampleClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>The time that it shows.</summary>
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}
