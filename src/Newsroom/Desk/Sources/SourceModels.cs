using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Sources;

/// <summary>A source, how its polling stands, and how it does.</summary>
public sealed record SourceLine(Source Source, PollState Poll, SourceHealth? Health)
{
    /// <summary>True where it should have brought something by now.</summary>
    public bool IsSilent(DateTimeOffset now) =>
        Source is { ExpectMinutes: > 0, Paused: false } && Health?.LastNewsAt is var last && (last is null || now - last > TimeSpan.FromMinutes(Source.ExpectMinutes));
}

/// <summary>The page of sources.</summary>
public sealed record SourcesModel
{
    /// <summary>The frame.</summary>
    public required FrameModel Frame { get; init; }

    /// <summary>Every source.</summary>
    public required IReadOnlyList<SourceLine> Sources { get; init; }

    /// <summary>The last arrivals of all.</summary>
    public required ArrivalsModel Arrivals { get; init; }

    /// <summary>True where files can be uploaded.</summary>
    public required bool CanUpload { get; init; }

    /// <summary>What went wrong, or empty.</summary>
    public required string Fault { get; init; }
}

/// <summary>A source's own page, or the one on which a new one is tried and saved.</summary>
public sealed record SourceModel
{
    /// <summary>The frame.</summary>
    public required FrameModel Frame { get; init; }

    /// <summary>The source as typed or saved.</summary>
    public required Source Source { get; init; }

    /// <summary>True where it is not saved yet.</summary>
    public required bool IsNew { get; init; }

    /// <summary>What it would bring, or null where it was not tried.</summary>
    public SourceTrial? Trial { get; init; }

    /// <summary>How it stands, or null for a new one.</summary>
    public SourceLine? Line { get; init; }

    /// <summary>Its arrivals, or null for a new one.</summary>
    public ArrivalsModel? Arrivals { get; init; }

    /// <summary>Names of sections and sources.</summary>
    public required QueueNames Names { get; init; }

    /// <summary>True for a chief, who may let copy go out by itself.</summary>
    public required bool MayTrust { get; init; }

    /// <summary>What went wrong, or empty.</summary>
    public string Fault { get; init; } = "";

    /// <summary>A key that was just made for a push, shown this once; or empty.</summary>
    public string NewKey { get; init; } = "";
}

/// <summary>A list of arrivals.</summary>
public sealed record ArrivalsModel(IReadOnlyList<Arrival> Arrivals, QueueNames Names, DeskTime Time, string Older);

/// <summary>One arrival with what was decided of it.</summary>
public sealed record ArrivalModel(FrameModel Frame, Arrival Arrival, QueueNames Names);

/// <summary>A source's state in words.</summary>
public sealed record SourceStateModel(SourceLine Line, DeskTime Time);

/// <summary>What a trial brought.</summary>
public sealed record TrialModel(SourceTrial Trial, DeskTime Time, QueueNames Names, string Token);
