using Wireroom.Stories;

namespace Wireroom.Storage;

/// <summary>
/// The only door of the public rooms. Nothing embargoed, unreleased, superseded or withdrawn can be asked for:
/// the embargo is a query, decided here and nowhere else.
/// </summary>
public sealed class ReleasedStore
{
    /// <summary>The newest stories first.</summary>
    public Task<IReadOnlyList<ReleasedRow>> LatestAsync(ReleasedFilter filter, int count, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The story whole, or null where readers cannot see it.</summary>
    public Task<ReleasedStory?> FindAsync(StoryId story, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The notice of a withdrawn story that was once out, or null.</summary>
    public Task<WithdrawnNotice?> FindWithdrawnAsync(StoryId story, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Every version of the story that readers have seen, newest first; empty where the story is not out.</summary>
    public Task<IReadOnlyList<ReleasedStory>> HistoryAsync(StoryId story, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Corrections to stories that are out, newest first.</summary>
    public Task<IReadOnlyList<ReleasedCorrection>> CorrectionsAsync(int count, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The sections in their order.</summary>
    public Task<IReadOnlyList<Section>> SectionsAsync(CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The topic with that slug and the number of its stories that are out, or null.</summary>
    public Task<Topic?> FindTopicAsync(string slug, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The soonest moment after now at which the clock alone opens or closes something, or null. What was rendered before it must not be served after it.</summary>
    public Task<DateTimeOffset?> NextChangeAsync(CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The newsroom's public face.</summary>
    public Task<Masthead> MastheadAsync(CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>True where the picture stands in a story that is out. Only such pictures are served to readers.</summary>
    public Task<bool> ShowsPictureAsync(string file, CancellationToken cancel) => throw new NotImplementedException();
}
