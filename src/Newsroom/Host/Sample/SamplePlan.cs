using System.Text.Json;
using System.Text.Json.Serialization;
using Wireroom.Stories.Routing;

namespace Wireroom.Newsroom.Host.Sample;

/// <summary>The sample newsroom as <c>sample/newsroom.json</c> describes it; sample/README.md says what each field means.</summary>
internal sealed record SamplePlan(
    string Name, string Motto, string Language, string TimeZone, IReadOnlyList<SampleSection> Sections, IReadOnlyList<SampleSection> Desks, RoutingPlan Routing, IReadOnlyList<string> Words, IReadOnlyList<SampleSource> Sources,
    IReadOnlyList<SampleFront> Front, IReadOnlyList<SampleAssignment> Assignments, IReadOnlyList<SampleFile> Files)
{
    /// <summary>Reads the plan of a sample folder.</summary>
    public static async Task<SamplePlan> ReadAsync(string folder, CancellationToken cancel)
    {
        var file = File.OpenRead(Path.Combine(folder, "newsroom.json"));
        await using (file.ConfigureAwait(false))
            return (await JsonSerializer.DeserializeAsync(file, SampleJson.Default.SamplePlan, cancel).ConfigureAwait(false))!;
    }
}

/// <summary>A section of the paper, or a desk of the house.</summary>
internal sealed record SampleSection(string Slug, string Name);

/// <summary>A story that the desk chose for the front page, by its item's guid; pinned to a place where that is not 0.</summary>
internal sealed record SampleFront(string Guid, int Pin);

/// <summary>What somebody is to deliver of an event, by the guid under which it was announced.</summary>
internal sealed record SampleAssignment(string Event, string Kind, string What, int Words, string Due);

/// <summary>An agency, or the place of captured pages.</summary>
internal sealed record SampleSource(string Slug, string Name, string Credit, string Section, string Desk, string Language, bool Trusted);

/// <summary>A file that arrived, and what the desk did with its items; for a captured page, with its story (the file's own fields) and its briefs.</summary>
internal sealed record SampleFile(string File, string Source, string Arrives, IReadOnlyList<SampleAct>? Items, SampleAct? Briefs)
{
    public string Desk { get; init; } = "leave";

    public string? At { get; init; }

    public string? Section { get; init; }

    public string? Headline { get; init; }

    /// <summary>What the desk did with the item at that place of the file.</summary>
    public SampleAct? ActOn(int index) => Items is not null
        ? Items.ElementAtOrDefault(index)
        : index == 0 ? new SampleAct { Desk = Desk, At = At, Section = Section, Headline = Headline } : Briefs;
}

/// <summary>What the desk did with an item.</summary>
internal sealed record SampleAct
{
    public string? Guid { get; init; }

    /// <summary>The entries, where the desk told the story live.</summary>
    public IReadOnlyList<SampleEntry>? Live { get; init; }

    public string Desk { get; init; } = "leave";

    public string? At { get; init; }

    public string? For { get; init; }

    public string? Section { get; init; }

    public string? Headline { get; init; }

    public string? Advisory { get; init; }

    public string? WhatWasWrong { get; init; }

    public string? Reason { get; init; }

    /// <summary>A check that the desk has asked for: <c>legal</c>, <c>pictures</c>, <c>facts</c>.</summary>
    public string? Check { get; init; }

    /// <summary>What somebody said of a passage.</summary>
    public SampleComment? Comment { get; init; }

    /// <summary>What somebody would write instead.</summary>
    public SampleSuggestion? Suggest { get; init; }
}

/// <summary>A comment of the desk: of which words, and what it says.</summary>
internal sealed record SampleComment(string On, string Words);

/// <summary>A suggestion in the text: which words, and what in their place.</summary>
internal sealed record SampleSuggestion(string Words, string Instead);

/// <summary>An entry of a live story, and what became of it.</summary>
internal sealed record SampleEntry
{
    public required string At { get; init; }

    public string? Headline { get; init; }

    public required string Text { get; init; }

    public bool Key { get; init; }

    public bool Pin { get; init; }

    public string? Wrong { get; init; }

    public string? Corrected { get; init; }

    public string? CorrectedAt { get; init; }

    public string? Withdrawn { get; init; }

    public string? WithdrawnAt { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SamplePlan))]
internal sealed partial class SampleJson : JsonSerializerContext;
