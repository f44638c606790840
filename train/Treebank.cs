using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Wireroom.Language.Text;

namespace Wireroom.Train;

/// <summary>A sentence of a treebank in CoNLL-U, with names where the file marks entities (GUM).</summary>
internal sealed record TreeSentence(string Text, Token[] Tokens, string[] Tags, int[] Heads, string[] Labels, string[]? Names);

/// <summary>Reads CoNLL-U (universaldependencies.org/format.html).</summary>
internal static partial class Treebank
{
    private static readonly HashSet<string> Kept = ["nsubj:pass", "aux:pass", "acl:relcl", "nmod:poss", "obl:agent", "csubj:pass", "compound:prt"];

    private sealed record Mention(int Id, string Kind, int First, int Head)
    {
        public int Last { get; set; } = -1;
    }

    public static IEnumerable<TreeSentence> Read(string file, bool entities)
    {
        var lines = new List<string[]>();
        foreach (var line in File.ReadLines(file))
        {
            if (line.Length == 0)
            {
                if (lines.Count > 0)
                    yield return Sentence(lines, entities);
                lines.Clear();
            }
            else if (line[0] != '#' && line.Split('\t') is var fields && fields[0].All(char.IsAsciiDigit))
            {
                lines.Add(fields);
            }
        }
    }

    private static TreeSentence Sentence(List<string[]> lines, bool entities)
    {
        var text = new StringBuilder();
        var tokens = new Token[lines.Count];
        for (var at = 0; at < lines.Count; at++)
        {
            var start = text.Length;
            text.Append(lines[at][1]);
            tokens[at] = new Token(start, text.Length, Hashing.Word(lines[at][1]));
            if (!lines[at][9].Contains("SpaceAfter=No", StringComparison.Ordinal))
                text.Append(' ');
        }

        return new TreeSentence(
            text.ToString(), tokens, [.. lines.Select(line => line[4])], [.. lines.Select(line => int.Parse(line[6], CultureInfo.InvariantCulture))],
            [.. lines.Select(line => Kept.Contains(line[7]) ? line[7] : line[7].Split(':')[0])], entities ? NamesOf(lines) : null);
    }

    private static string[] NamesOf(List<string[]> lines)
    {
        var open = new List<Mention>();
        var all = new List<Mention>();
        for (var at = 0; at < lines.Count; at++)
        {
            var entity = lines[at][9].Split('|').FirstOrDefault(part => part.StartsWith("Entity=", StringComparison.Ordinal));
            if (entity is null)
                continue;
            foreach (Match match in Bracket().Matches(entity))
            {
                if (match.Groups["close"].Success)
                {
                    var mention = open.LastOrDefault(one => one.Id == int.Parse(match.Groups["close"].Value, CultureInfo.InvariantCulture));
                    if (mention is null)
                        continue;
                    mention.Last = at;
                    open.Remove(mention);
                    continue;
                }

                var fields = match.Groups["open"].Value.Split('-');
                var head = fields.Length > 5 && int.TryParse(fields[5].Split(',')[0], out var first) ? first - 1 : 0;
                var made = new Mention(int.Parse(fields[0], CultureInfo.InvariantCulture), fields[1], at, at + head);
                all.Add(made);
                if (match.Groups["one"].Success)
                    made.Last = at;
                else
                    open.Add(made);
            }
        }

        var names = Enumerable.Repeat("O", lines.Count).ToArray();
        foreach (var mention in all.Where(one => one.Last >= 0 && one.Head <= one.Last).OrderByDescending(one => one.Last - one.First))
        {
            var kind = mention.Kind switch { "person" => "PER", "organization" => "ORG", "place" => "LOC", _ => null };
            if (kind is null || lines[mention.Head][3] != "PROPN")
                continue;
            var (first, last) = (mention.Head, mention.Head);
            while (first > mention.First && Inside(lines, first - 1, kind))
                first--;
            while (last < mention.Last && Inside(lines, last + 1, kind))
                last++;
            while (first < mention.Head && !char.IsUpper(lines[first][1][0]))
                first++;
            while (last > mention.Head && !char.IsUpper(lines[last][1][0]))
                last--;
            if (Enumerable.Range(first, last - first + 1).Any(at => names[at] != "O"))
                continue;
            for (var at = first; at <= last; at++)
                names[at] = (at == first ? "B-" : "I-") + kind;
        }

        return names;
    }

    private static bool Inside(List<string[]> lines, int at, string kind) =>
        lines[at][3] == "PROPN" || lines[at][1] == "-" || kind == "ORG" && (lines[at][1] is "of" or "for" or "the" or "and" or "&" || char.IsUpper(lines[at][1][0]));

    [GeneratedRegex(@"\((?<open>\d+-[^()]+)(?<one>\))?|(?<close>\d+)\)")]
    private static partial Regex Bracket();
}
