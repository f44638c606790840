using System.Text.RegularExpressions;

namespace Wireroom.Wire.LineMode;

/// <summary>The language of a copy by its commonest words, as far as the choice of a charset needs it; the words are those that ASCII can write.</summary>
internal static partial class CopyLanguage
{
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

    /// <summary>The language's English name; null where too few words tell.</summary>
    internal static string? Of(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match word in Word().Matches(text.Length > 20_000 ? text[..20_000] : text))
        {
            var key = word.Value.ToLowerInvariant();
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        var best = Common.Select(language => (language.Language, Score: language.Words.Sum(word => counts.GetValueOrDefault(word)))).MaxBy(pair => pair.Score);
        return best.Score >= 4 ? best.Language : null;
    }

    [GeneratedRegex(@"(?<![\w{}|~\[\]\\@`])[A-Za-z]{2,8}(?![\w{}|~\[\]\\@`])")]
    private static partial Regex Word();
}
