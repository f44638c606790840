using Wireroom.Language.Clusters;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Intake.Dedupe;

/// <summary>Finds the stories that hold the same copy, through another agency or under another name, and links them. Nothing is hidden by it.</summary>
public sealed class LinkCopies(Store store)
{
    private const int MostCandidates = 20;

    /// <summary>Links the story by the text that it has now; returns the stories that it was found to be a copy of, newest first.</summary>
    public async Task<IReadOnlyList<DeskStory>> LinkAsync(StoryId story, Copy copy, CancellationToken cancel)
    {
        var text = new ShingledText(TextOf(copy));
        var print = Fingerprint.Of(text);
        var found = new List<(DeskStory Story, Likeness Likeness)>();
        var candidates = await store.LikelyCopiesAsync(story, print, MostCandidates, cancel).ConfigureAwait(false);
        foreach (var other in await store.FindStoriesAsync(candidates, cancel).ConfigureAwait(false))
        {
            if (Likeness.Between(text, new ShingledText(TextOf(other.Head.Copy))) is { IsSameCopy: true } likeness)
                found.Add((other, likeness));
        }

        await store.LinkCopiesAsync(story, print, [.. found.Select(copy => (copy.Story.Row.Story, copy.Likeness))], cancel).ConfigureAwait(false);
        return [.. found.Select(copy => copy.Story)];
    }

    /// <summary>What copies are compared by: the body, or where there is none the standfirst. Headlines, datelines and credits are each agency's own.</summary>
    private static string TextOf(Copy copy) => BodyText.Of(copy.Body) is { Length: > 0 } body ? body : copy.Standfirst;
}
