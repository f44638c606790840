using Wireroom.Language;
using Wireroom.Language.Attribution;

namespace Wireroom.Newsroom.Tests.WhoSays;

/// <summary>
/// Statements written for the project: a paragraph, then a line a statement, <c>= source &gt; cue &gt; kind hand</c>. A statement that was found is right where it
/// shares source and cue with one that was written, and its kind and hand are the same.
/// </summary>
internal static class OwnStatements
{
    public sealed record Result(int Right, int Gold, int Guessed, List<string> Errors);

    private sealed record Written(Span Source, Span Cue, string Kind, string Line)
    {
        public bool Met { get; set; }
    }

    public static Result Score(string story)
    {
        var text = new System.Text.StringBuilder();
        var written = new List<Written>();
        var paragraph = 0;
        foreach (var line in story.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] != '=')
            {
                if (text.Length > 0)
                    text.Append(Passage.Break);
                paragraph = text.Length;
                text.Append(line);
                continue;
            }

            var parts = line[1..].Split(" > ").Select(part => part.Trim()).ToArray();
            var whole = text.ToString();
            // The cue stands as near the source as can be.
            var pairs = Places(whole, parts[0], paragraph)
                .SelectMany(source => Places(whole, parts[1], paragraph).Where(at => written.TrueForAll(one => one.Cue.Start != at)), (source, cue) => (Source: source, Cue: cue)).ToList();
            if (pairs.Count == 0)
                throw new InvalidDataException($"not in the text: {line}");
            var (source, cue) = pairs.MinBy(pair => Math.Min(Math.Abs(pair.Cue - pair.Source - parts[0].Length), Math.Abs(pair.Source - pair.Cue - parts[1].Length)));
            written.Add(new Written(new Span(source, source + parts[0].Length), new Span(cue, cue + parts[1].Length), parts[2], line));
        }

        var passage = new Passage(text.ToString());
        var ledger = LedgerReader.Read(passage);
        var found = ledger.Statements.Where(statement => statement.Source is not null).ToList();
        var right = 0;
        var errors = new List<string>();
        foreach (var statement in found)
        {
            var kind = $"{Kind(ledger.SourceOf(statement)!)} {(statement.Hand == Hand.First ? "first" : "second")}";
            var match = written.Find(one => !one.Met && statement.Cue.Any(one.Cue.Overlaps) && statement.SourceSpans.Any(one.Source.Overlaps));
            if (match is not null && match.Kind == kind)
            {
                match.Met = true;
                right++;
            }
            else
            {
                if (match is not null)
                    match.Met = true;
                errors.Add($"  {(match is null ? "not written" : "written as " + match.Kind)}: {passage[statement.SourceSpans[0]]} <{passage[statement.Cue[0]]}> {kind} ({ledger.SourceOf(statement)!.Name}, {statement.Rule}) in: {passage[statement.Sentence]}");
            }
        }

        errors.AddRange(written.Where(one => !one.Met).Select(one => $"  not found: {one.Line}"));
        return new Result(right, written.Count, found.Count, errors);
    }

    private static IEnumerable<int> Places(string text, string word, int from)
    {
        for (var at = text.IndexOf(word, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            // Whole words only: "he" is not in "the".
            if ((at == 0 || !char.IsLetter(text[at - 1]) || !char.IsLetter(word[0])) && (at + word.Length == text.Length || !char.IsLetter(text[at + word.Length]) || !char.IsLetter(word[^1])))
                yield return at;
        }
    }

    private static string Kind(Source source) => source switch
    {
        { Kind: SourceKind.Person, Named: false } => "unnamed",
        { Kind: SourceKind.Person } => "person",
        { Kind: SourceKind.Institution } => "institution",
        _ => "document",
    };
}
