using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Dedupe;

/// <summary>The name under which an item is known again: the sender's own, or what comes nearest to one.</summary>
public static class Identity
{
    /// <summary>
    /// The identity of each item of a document. Without a guid it is the item's link, and without a link its content. A guid that several items of one
    /// document share, without versions and with different links, names the feed and not the item: there the link tells them apart.
    /// </summary>
    public static IReadOnlyList<string> Decide(IReadOnlyList<WireItem> items, IReadOnlyList<string> contentHashes)
    {
        var shared = items
            .Where(item => item.Guid is not null && item.Version is null && item.Link is not null)
            .GroupBy(item => item.Guid!)
            .Where(group => group.Select(item => item.Link).Distinct().Count() > 1)
            .Select(group => group.Key)
            .ToHashSet();
        return [.. items.Select((item, at) => item switch
        {
            { Guid: { Length: > 0 } guid } when !shared.Contains(guid) => guid,
            { Link: { Length: > 0 } link } => "link:" + link,
            _ => "content:" + contentHashes[at],
        })];
    }

    /// <summary>
    /// Under which identities an item is taken: its own; for a kill that names what it withdraws, each of those, so that a kill that comes first is found
    /// when its item comes.
    /// </summary>
    public static IReadOnlyList<string> Targets(WireItem item, string own)
    {
        if (item.Signal is not WireSignal.Withdrawal)
            return [own];
        var named = item.Links.Where(link => link is { Relation: "withdraws", Guid.Length: > 0 }).Select(link => link.Guid!).Distinct().ToList();
        return named.Count > 0 ? named : [own];
    }
}
