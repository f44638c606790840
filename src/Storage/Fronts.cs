using Wireroom.Stories;

namespace Wireroom.Storage;

/// <summary>A story that an editor chose for a front: in the list's order, or pinned to a place of its own whatever comes and goes around it.</summary>
/// <param name="Story">The story.</param>
/// <param name="Pin">The place that it keeps, from 1; 0 where the list's order decides.</param>
public sealed record FrontPlace(StoryId Story, int Pin = 0);

/// <summary>What was chosen for a front, as a version: who chose, when, and what. Number 0 is a front for which nobody has chosen yet.</summary>
/// <param name="Front">The section's slug; empty for the front page.</param>
/// <param name="Number">The version.</param>
/// <param name="Places">The stories in their order; none leaves the front to the automatic order.</param>
/// <param name="MadeBy">Who chose.</param>
/// <param name="MadeAt">When.</param>
public sealed record FrontChoice(string Front, int Number, IReadOnlyList<FrontPlace> Places, string MadeBy, DateTimeOffset MadeAt);

/// <summary>A chosen story that is out at this moment.</summary>
public sealed record ChosenStory(ReleasedRow Row, int Pin);
