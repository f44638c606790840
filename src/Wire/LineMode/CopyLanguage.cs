using System.Buffers;

namespace Wireroom.Wire.LineMode;

/// <summary>The language of a copy by its commonest words, as far as the choice of a charset needs it; the words are those that ASCII can write.</summary>
internal static class CopyLanguage
{
    // Copy says its language within its first paragraphs.
    private const int Enough = 6_000;

    private static readonly SearchValues<char> Between = SearchValues.Create(" \t\r\n.,;:!?()\"'-/\u0001\u0002\u0003\u0004");

    private static readonly (string Language, string[] Words)[] Common =
    [
        ("German", "der die und das ist nicht mit von dem den ein eine auf sich auch im zu am nach bei werden wurde sagte".Split(' ')),
        ("Swedish", "och att det som en av till den med har inte ett sig om vid sade efter kan var".Split(' ')),
        ("Finnish", "ja on ei se oli mukaan ovat kun sen kuin mutta joka jossa ole hanke klo".Split(' ')),
        ("Danish", "og at det af til en har ikke med blev efter ved fra siger som den der".Split(' ')),
        ("Norwegian", "og det som til av en har ikke med ble etter ved fra sier den han ifra".Split(' ')),
        ("French", "le la les des et est une dans pour que qui sur par au du avec ont ce pas".Split(' ')),
        ("Italian", "il la di che per una del della con sono nel alla gli dei anche stato da".Split(' ')),
        ("Spanish", "el la los las que del una por con para se ha en al su como este desde".Split(' ')),
        ("Portuguese", "os as do da dos das em no na um uma para com que foi por ao pelo mais".Split(' ')),
        ("Hungarian", "az egy hogy nem is volt meg ezt szerint csak mint ki el van".Split(' ')),
        ("Croatian", "je su na se da za od koji koja nije bi ali iz kako kazao rekao sa ili te".Split(' ')),
        ("Slovene", "je so na se da za od ki ni pa tudi po pri bo ter sta kot iz ob".Split(' ')),
        ("Czech", "je se na to ze za od byl ale jak podle jsou pro by do po jeho ktera".Split(' ')),
        ("Polish", "na do nie jest to przez za od ale jak dla oraz jego tym tej po jako".Split(' ')),
        ("English", "the of and to in that is was for on with as by at from has said it are".Split(' ')),
    ];

    private static readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> ByWord = Common
        .SelectMany((language, at) => language.Words.Select(word => (word, at)))
        .GroupBy(pair => pair.word, pair => pair.at, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(same => same.Key, same => same.ToArray(), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The language's English name; null where too few words tell.</summary>
    internal static string? Of(ReadOnlySpan<char> text)
    {
        Span<int> scores = stackalloc int[Common.Length];
        scores.Clear();
        text = text.Length > Enough ? text[..Enough] : text;
        foreach (var range in text.SplitAny(Between))
        {
            // A word with a letter that ASCII cannot write is none of these.
            if (text[range] is { Length: >= 2 and <= 8 } word && ByWord.TryGetValue(word, out var languages))
            {
                foreach (var language in languages)
                {
                    scores[language]++;
                }
            }
        }

        var best = 0;
        for (var at = 1; at < scores.Length; at++)
        {
            best = scores[at] > scores[best] ? at : best;
        }

        return scores[best] >= 4 ? Common[best].Language : null;
    }
}
