using System.Collections.Frozen;
using System.Text;

namespace Wireroom.Wire.Topics;

/// <summary>
/// IPTC's MediaTopics (<c>medtop:</c>) and the older Subject Codes (<c>subj:</c>) that they name: names and parents for subjects of which
/// a document gave only the code. See this folder's README.
/// </summary>
public static class MediaTopics
{
    private const string Topic = "medtop";
    private const string Older = "subj";

    private static readonly Lazy<Vocabulary> Known = new(Read);

    /// <summary>The seventeen topics at the top and those right below them, without what is retired, by name.</summary>
    public static IReadOnlyList<MediaTopic> Upper => Known.Value.Upper;

    /// <summary>The topic of a code, <c>20000151</c>; null where there is none.</summary>
    public static MediaTopic? Find(string? code) => code is not null && Known.Value.Topics.TryGetValue(code, out var topic) ? topic : null;

    /// <summary>The topic that means the same as an older subject code, <c>03000000</c>; null where there is none.</summary>
    public static MediaTopic? OfSubjectCode(string? code) => code is not null && Known.Value.BySubjectCode.TryGetValue(code, out var topic) ? topic : null;

    /// <summary>The topic of today for a subject with an older code; null for all others.</summary>
    public static MediaTopic? Today(WireSubject subject) => subject.Scheme == Older ? OfSubjectCode(subject.Code) : null;

    /// <summary>
    /// The item with names and parents of its subjects where the document gave a code and none of them; <see cref="WireSubject.Added"/> says
    /// what was added. What the document said stays as it is, and an item with nothing to add is the same item.
    /// </summary>
    public static WireItem Complete(WireItem item)
    {
        List<WireSubject>? subjects = null;
        for (var at = 0; at < item.Subjects.Count; at++)
        {
            var completed = Complete(item.Subjects[at]);
            if (!ReferenceEquals(completed, item.Subjects[at]))
            {
                subjects ??= [.. item.Subjects];
                subjects[at] = completed;
            }
        }

        return subjects is null ? item : item with { Subjects = subjects };
    }

    private static WireSubject Complete(WireSubject subject)
    {
        if (subject.Code is not { } code || subject.Scheme is not (Topic or Older))
        {
            return subject;
        }

        var topic = subject.Scheme == Topic ? Find(code) : OfSubjectCode(code);
        if (topic is not null && (subject.Name.Length == 0 || subject.Name == code || subject.Name == $"{subject.Scheme}:{code}"))
        {
            subject = subject with { Name = topic.Name, Added = subject.Added | WireAdded.Name };
        }

        var parents = subject.Scheme == Topic ? topic?.Parents ?? [] : OlderParents(code);
        return subject.Parents is null && parents.Count > 0 ? subject with { Parents = parents, Added = subject.Added | WireAdded.Parents } : subject;
    }

    /// <summary>The parents of a subject code stand in its digits: two of the subject, three of the matter, three of the detail (IPTC NewsCodes, Subject Codes).</summary>
    private static List<string> OlderParents(string code)
    {
        var parents = new List<string>();
        if (code.Length == 8)
        {
            foreach (var parent in (string[])[code[..5] + "000", code[..2] + "000000"])
            {
                if (parent != code && OfSubjectCode(parent) is { } topic && !parents.Contains(topic.Name))
                {
                    parents.Add(topic.Name);
                }
            }
        }

        return parents;
    }

    private static Vocabulary Read()
    {
        using var resource = typeof(MediaTopics).Assembly.GetManifestResourceStream("Wireroom.Wire.Topics.mediatopics.tsv")!;
        using var lines = new StreamReader(resource, Encoding.UTF8);
        var rows = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split('\t') is [var code, _, _, _, _] row)
            {
                rows[code] = row;
            }
        }

        var topics = new Dictionary<string, MediaTopic>(StringComparer.Ordinal);
        var bySubjectCode = new Dictionary<string, MediaTopic>(StringComparer.Ordinal);
        foreach (var code in rows.Keys)
        {
            var topic = Topicked(code, rows, topics);
            foreach (var older in rows[code][3].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!topic.IsRetired || !bySubjectCode.ContainsKey(older))
                {
                    bySubjectCode[older] = topic;
                }
            }
        }

        return new Vocabulary(topics.ToFrozenDictionary(StringComparer.Ordinal), bySubjectCode.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static MediaTopic Topicked(string code, Dictionary<string, string[]> rows, Dictionary<string, MediaTopic> topics)
    {
        if (!topics.TryGetValue(code, out var topic))
        {
            var row = rows[code];
            topic = topics[code] = new MediaTopic(code, row[4], rows.ContainsKey(row[1]) ? Topicked(row[1], rows, topics) : null, row[2].Length > 0);
        }

        return topic;
    }

    private sealed record Vocabulary(FrozenDictionary<string, MediaTopic> Topics, FrozenDictionary<string, MediaTopic> BySubjectCode)
    {
        public IReadOnlyList<MediaTopic> Upper { get; } =
            [.. Topics.Values.Where(topic => !topic.IsRetired && topic.Parents.Count < 2).OrderBy(topic => topic.Name, StringComparer.Ordinal)];
    }
}
