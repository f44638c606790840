using System.Text;

namespace Wireroom.Storage;

/// <summary>
/// What a reader or editor typed into a search box: words (all must be there), "exact phrases", prefix*, -without.
/// Anything else is taken as words; no input is an error.
/// </summary>
public sealed record SearchQuery
{
    private const int MostTerms = 16;

    private SearchQuery(IReadOnlyList<SearchTerm> terms) => Terms = terms;

    /// <summary>The terms in the order typed, folded; at most 16.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; }

    /// <summary>True where there is nothing to look for: no words, or only words to leave out.</summary>
    public bool IsEmpty => !Terms.Any(term => !term.Without);

    /// <summary>The phrases that must be there: two or more whole words that follow each other.</summary>
    internal IReadOnlyList<string> Phrases =>
    [
        .. Terms.Where(term => !term.Without)
            .Select(term => term.Prefix ? term.Words[..Math.Max(0, term.Words.LastIndexOf(' '))] : term.Words)
            .Where(words => words.Contains(' ', StringComparison.Ordinal)),
    ];

    /// <summary>Reads a search box.</summary>
    public static SearchQuery Parse(string text)
    {
        var terms = new List<SearchTerm>();
        var at = 0;
        while (at < text.Length && terms.Count < MostTerms)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var without = text[at] == '-';
            if (without)
                at++;
            var quoted = at < text.Length && IsQuote(text[at]);
            if (quoted)
                at++;
            var start = at;
            while (at < text.Length && (quoted ? !IsQuote(text[at]) : !char.IsWhiteSpace(text[at]) && !IsQuote(text[at])))
                at++;
            var piece = text[start..at];
            if (quoted && at < text.Length)
                at++;
            var words = SearchWords.Fold(piece);
            if (words.Length > 0)
                terms.Add(new SearchTerm(words, Prefix: !quoted && piece.EndsWith('*'), without));
        }

        return new SearchQuery(terms);
    }

    // https://sqlite.org/fts5.html#full_text_query_syntax: every term is a quoted string, so that nothing typed is an operator.
    internal string ToFts5()
    {
        var match = new StringBuilder();
        foreach (var term in Terms.OrderBy(term => term.Without))
        {
            if (match.Length > 0)
                match.Append(term.Without ? " NOT " : " AND ");
            match.Append('"').Append(term.Words).Append('"');
            if (term.Prefix)
                match.Append('*');
        }

        return match.ToString();
    }

    // https://www.postgresql.org/docs/15/datatype-textsearch.html#DATATYPE-TSQUERY
    internal string ToTsQuery() => string.Join(" & ", Terms.Select(term =>
        (term.Without ? "!(" : "(") + string.Join(" <-> ", term.Words.Split(' ').Select(word => $"'{word}'")) + (term.Prefix ? ":*)" : ")")));

    private static bool IsQuote(char letter) => letter is '"' or '“' or '”' or '„' or '«' or '»';
}

/// <summary>A term of a query: one word or a phrase (words with one space between), folded.</summary>
public sealed record SearchTerm(string Words, bool Prefix, bool Without);
