using System.Text.RegularExpressions;

namespace Wireroom.Language.Attribution;

/// <summary>Reads the ledger of a passage: deterministic, without state, safe to call from several threads at once.</summary>
public static partial class LedgerReader
{
    /// <summary>What makes the ledger, with its version.</summary>
    public const string Version = "ledger 0";

    /// <summary>The ledger of a passage in English; <see cref="Ledger.Silent"/> where the language is another.</summary>
    public static Ledger Read(Passage passage)
    {
        if (passage.Language is { } language && !language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            return Ledger.Silent;
        var sources = new List<Source>();
        var statements = new List<Statement>();
        foreach (Match match in AccordingTo().Matches(passage.Text))
        {
            var (source, content) = (match.Groups["source"], match.Groups["content"]);
            var at = sources.FindIndex(known => known.Name == source.Value);
            if (at < 0)
            {
                at = sources.Count;
                sources.Add(new Source { Name = source.Value, Kind = SourceKind.Institution, Named = true, Mentions = [] });
            }

            var mention = new Span(source.Index, source.Index + source.Length);
            sources[at] = sources[at] with { Mentions = [.. sources[at].Mentions, mention] };
            statements.Add(new Statement
            {
                Source = at,
                SourceSpans = [mention],
                Cue = [new Span(match.Groups["cue"].Index, match.Groups["cue"].Index + match.Groups["cue"].Length)],
                Content = [new Span(content.Index, content.Index + content.Length)],
                Manner = Manner.Said,
                Quoted = Quoted.Indirect,
                Hand = Hand.First,
                Certainty = Certainty.OnTheRecord,
                Sentence = new Span(match.Index, match.Index + match.Length),
                Rule = "according-to",
            });
        }

        return new Ledger(Version, statements, sources, []);
    }

    [GeneratedRegex(@"(?<content>[^.\n]+), (?<cue>according to) (?<source>[^.,\n]+)\.")]
    private static partial Regex AccordingTo();
}
