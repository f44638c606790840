using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Story;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Editor;

/// <summary>Something that both have changed, each in their own way.</summary>
public sealed record Clash(string Field, string Mine, string Theirs);

/// <summary>Two texts made one: where only one side changed something, that; where both did, mine, and the clash says what theirs is.</summary>
public sealed record MergedCopy(Draft Draft, IReadOnlyList<Clash> Clashes)
{
    /// <summary>The copy.</summary>
    public Copy Copy => Draft.Copy;
}

/// <summary>
/// Makes one of two copies that began with the same: field by field, and the body paragraph by paragraph. Paragraphs that both have put in at the same place
/// both stand. What clashes is told, and theirs stays whole in its own version: nothing is lost.
/// </summary>
public static class CopyMerge
{
    /// <summary>The two as one, of texts without suggestions.</summary>
    public static MergedCopy Of(Copy basis, Copy mine, Copy theirs, DeskTime time) => Of(new Draft(basis), new Draft(mine), new Draft(theirs), time);

    /// <summary>The two as one; a block with suggestions is another than the same block without.</summary>
    public static MergedCopy Of(Draft began, Draft ours, Draft others, DeskTime time)
    {
        var (basis, mine, theirs) = (began.Copy, ours.Copy, others.Copy);
        var clashes = new List<Clash>();
        var headline = Text("Headline", copy => copy.Headline);
        var copy = theirs with
        {
            Headline = headline,
            HeadlineIsWorkingTitle = headline == mine.Headline ? mine.HeadlineIsWorkingTitle : theirs.HeadlineIsWorkingTitle,
            Guessed = headline == mine.Headline ? mine.Guessed : theirs.Guessed,
            Slugline = Text("Slugline", copy => copy.Slugline),
            Standfirst = Text("Standfirst", copy => copy.Standfirst),
            Byline = Text("Byline", copy => copy.Byline),
            Dateline = Text("Dateline", copy => copy.Dateline),
            Credit = Text("Credit", copy => copy.Credit),
            Section = Text("Section", copy => copy.Section),
            Place = Text("Place", copy => copy.Place),
            Language = Text("Language", copy => copy.Language),
            Advisory = Text("What is new", copy => copy.Advisory),
            EdNote = Text("Note to the desk", copy => copy.EdNote),
            Urgency = Field("Urgency", copy => copy.Urgency, urgency => $"{urgency}"),
            Topics = Field("Topics", copy => string.Join(", ", copy.Topics), topics => topics) == string.Join(", ", mine.Topics) ? mine.Topics : theirs.Topics,
            Embargo = Field("Embargo", copy => copy.Embargo, embargo => CopyText.Embargo(embargo, time)),
        };
        return new MergedCopy(EditorDraft.Of(copy, Body(EditorDraft.Blocks(began), EditorDraft.Blocks(ours), EditorDraft.Blocks(others), clashes)), clashes);

        string Text(string name, Func<Copy, string> of) => Field(name, of, text => text);

        T Field<T>(string name, Func<Copy, T> of, Func<T, string> say)
        {
            var (old, own, other) = (of(basis), of(mine), of(theirs));
            if (Equals(own, old) || Equals(own, other))
                return other;
            if (!Equals(other, old))
                clashes.Add(new Clash(name, say(own), say(other)));
            return own;
        }
    }

    /// <summary>The blocks as text that differs wherever the editor would show a difference; see <see cref="EditorDraft.Blocks"/>.</summary>
    private static List<string> Body(IReadOnlyList<string> basis, IReadOnlyList<string> mine, IReadOnlyList<string> theirs, List<Clash> clashes)
    {
        var (old, own, other) = (basis.ToArray(), mine.ToArray(), theirs.ToArray());
        var (toOwn, toOther) = (Matches(old, own), Matches(old, other));
        var merged = new List<string>();
        var (at, atOwn, atOther) = (0, 0, 0);
        for (var next = 0; next <= old.Length; next++)
        {
            // What all three hold is firm ground; between two such places lies what somebody has changed.
            if (next < old.Length && (toOwn[next] < 0 || toOther[next] < 0))
                continue;
            var (endOwn, endOther) = next < old.Length ? (toOwn[next], toOther[next]) : (own.Length, other.Length);
            Between(at..next, atOwn..endOwn, atOther..endOther);
            if (next < old.Length)
                merged.Add(mine[endOwn]);
            (at, atOwn, atOther) = (next + 1, endOwn + 1, endOther + 1);
        }

        return merged;

        void Between(Range was, Range isMine, Range isTheirs)
        {
            var (before, here, there) = (old[was], own[isMine], other[isTheirs]);
            if (here.SequenceEqual(before) || here.SequenceEqual(there))
            {
                merged.AddRange(theirs.Take(isTheirs));
                return;
            }

            if (before.Length > 1 && here.Length == before.Length && there.Length == before.Length)
            {
                // Neighbours that each side rewrote in place: one by one.
                var (first, firstMine, firstTheirs) = (was.Start.Value, isMine.Start.Value, isTheirs.Start.Value);
                for (var line = 0; line < before.Length; line++)
                    Between((first + line)..(first + line + 1), (firstMine + line)..(firstMine + line + 1), (firstTheirs + line)..(firstTheirs + line + 1));
                return;
            }

            merged.AddRange(mine.Take(isMine));
            if (there.SequenceEqual(before))
                return;
            if (before.Length == 0)
                merged.AddRange(theirs.Take(isTheirs));
            else
                clashes.Add(new Clash("Text", CopyText.Body(EditorDraft.Shown(mine.Take(isMine))), CopyText.Body(EditorDraft.Shown(theirs.Take(isTheirs)))));
        }
    }

    /// <summary>For each of the old its place in the new, or -1: a longest common subsequence.</summary>
    private static int[] Matches(string[] old, string[] now)
    {
        var lengths = new int[old.Length + 1, now.Length + 1];
        for (var left = old.Length - 1; left >= 0; left--)
        {
            for (var right = now.Length - 1; right >= 0; right--)
                lengths[left, right] = old[left] == now[right] ? lengths[left + 1, right + 1] + 1 : Math.Max(lengths[left + 1, right], lengths[left, right + 1]);
        }

        var places = new int[old.Length];
        Array.Fill(places, -1);
        for (int left = 0, right = 0; left < old.Length && right < now.Length;)
        {
            if (old[left] == now[right])
                places[left++] = right++;
            else if (lengths[left + 1, right] >= lengths[left, right + 1])
                left++;
            else
                right++;
        }

        return places;
    }
}
