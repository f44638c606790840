using Wireroom.Stories;

namespace Wireroom.Storage;

/// <summary>One line of the trail: who did what, when, from where. Lines are added and never changed.</summary>
public sealed record TrailLine(long Id, DateTimeOffset At, string Who, string From, string What, StoryId? Story, string Detail);

/// <summary>Which lines of the trail are looked for; what is empty or null asks for nothing.</summary>
public sealed record TrailFilter
{
    /// <summary>Name of who did it.</summary>
    public string Who { get; init; } = "";

    /// <summary>Words that stand in what was done, its detail, who did it or from where; all of them.</summary>
    public string Words { get; init; } = "";

    /// <summary>The story that it was done to.</summary>
    public StoryId? Story { get; init; }

    /// <summary>Not before that time.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Before that time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only lines whose number is below.</summary>
    public long? Before { get; init; }
}

/// <summary>
/// Who acts in this flow of calls, from where, and what it is that they do. As long as it stands, every change of the store is noted in the trail, in the
/// transaction that makes the change: neither can be without the other.
/// </summary>
public sealed record Acting(string Who, string From, string What, StoryId? Story = null, string Detail = "")
{
    private static readonly AsyncLocal<Acting?> Standing = new();

    /// <summary>Who acts now, or null where nobody does: the wire, the clock.</summary>
    internal static Acting? Now => Standing.Value;

    /// <summary>How far the rights of whoever acts reach, or null where nothing limits them: no way in may file copy outside of it.</summary>
    public Reach? Reach { get; init; }

    /// <summary>True once a change was noted: what one action changes in several transactions is one line.</summary>
    internal bool Noted { get; set; }

    /// <summary>Lets this actor act until the end of the calling method or of what is disposed.</summary>
    public IDisposable Begin()
    {
        var before = Standing.Value;
        Standing.Value = this;
        return new End(before);
    }

    private sealed class End(Acting? before) : IDisposable
    {
        public void Dispose() => Standing.Value = before;
    }
}
