using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Newsroom.Site.Lists;
using Wireroom.Newsroom.Site.Lite;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Live;

/// <summary>The entries of a live story on its page: the newest first, a page of them at a time.</summary>
public sealed record LiveEntries(Edition Edition, ReleasedRow Row, ReleasedLive Live, long? Before, bool IsLite)
{
    private const int Length = 40;
    private const int LiteLength = 12;

    /// <summary>The story's own address.</summary>
    public string Address => StoryAddress.Of(Row.Section, Row.Slug, Row.Story);

    /// <summary>Entries on this page.</summary>
    public IEnumerable<LiveEntry> Shown => Live.Entries.Take(LengthOf(IsLite));

    /// <summary>The page of older entries, or null.</summary>
    public string? Older => Live.Entries.Count > LengthOf(IsLite) ? ListPage.Paged(IsLite ? LitePages.Of(Address) : Address, Live.Entries[LengthOf(IsLite) - 1].Key) : null;

    /// <summary>Changes with what the entries say.</summary>
    public string Version
    {
        get
        {
            var hash = new XxHash64();
            Add((long)Live.Frame.State);
            Add(Live.Pinned?.Key ?? 0);
            foreach (var entry in Live.Entries.Concat(Live.KeyPoints))
            {
                Add(entry.Key);
                Add(entry.Number);
            }

            return hash.GetCurrentHashAsUInt64().ToString("x16", CultureInfo.InvariantCulture);

            void Add(long value) => hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in value)));
        }
    }

    /// <summary>The entries below that key, or the newest; null where the story is not told live.</summary>
    public static async Task<LiveEntries?> FindAsync(Edition edition, ReleasedRow row, long? before, bool isLite, ReleasedStore released, CancellationToken cancel) =>
        await released.LiveAsync(row.Story, before, LengthOf(isLite) + 1, cancel).ConfigureAwait(false) is { } live ? new LiveEntries(edition, row, live, before, isLite) : null;

    private static int LengthOf(bool isLite) => isLite ? LiteLength : Length;
}
