namespace Wireroom.Newsroom.Paper.Letters;

/// <summary>The words of letters to readers, in the newsroom's language where we have it.</summary>
public sealed record LetterWords
{
    private static readonly LetterWords English = new();

    private static readonly Dictionary<string, LetterWords> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = English,
        ["hr"] = new()
        {
            ConfirmSubject = "Potvrdite: vijesti iz „{0}” e-poštom",
            ConfirmText = "Netko, vjerojatno Vi, zatražio je vijesti iz „{0}” na ovu adresu. Potvrdite ovdje; bez toga ništa ne šaljemo:",
            ConfirmIgnore = "Ako to niste bili Vi, ne morate ništa učiniti: adresa se briše nakon tri dana.",
            Leave = "Ne želim više ova pisma:",
            Change = "Promijeniti koliko često:",
        },
        ["de"] = new()
        {
            ConfirmSubject = "Bitte bestätigen: Nachrichten von „{0}“ per Mail",
            ConfirmText = "Jemand, wahrscheinlich Sie, möchte die Nachrichten von „{0}“ an diese Adresse. Bestätigen Sie es hier; ohne das senden wir nichts:",
            ConfirmIgnore = "Waren Sie es nicht, brauchen Sie nichts zu tun: Die Adresse wird nach drei Tagen gelöscht.",
            Leave = "Keine Briefe mehr:",
            Change = "Ändern, wie oft:",
        },
        ["ar"] = new()
        {
            ConfirmSubject = "أكّد: أخبار «{0}» بالبريد",
            ConfirmText = "طلب أحدهم، ولعله أنت، أخبار «{0}» على هذا العنوان. أكّد هنا، ومن دون ذلك لا نرسل شيئاً:",
            ConfirmIgnore = "إن لم تكن أنت فلا حاجة إلى شيء: يُحذف العنوان بعد ثلاثة أيام.",
            Leave = "لا أريد مزيداً من الرسائل:",
            Change = "تغيير عدد المرات:",
        },
    };

#pragma warning disable CS1591 // each word is its own explanation
    public string ConfirmSubject { get; init; } = "Please confirm: the news of {0} by mail";
    public string ConfirmText { get; init; } = "Somebody, probably you, asked for the news of {0} at this address. Confirm it here; without that we send nothing:";
    public string ConfirmIgnore { get; init; } = "If it was not you, there is nothing to do: the address is deleted after three days.";
    public string Leave { get; init; } = "No more of these letters:";
    public string Change { get; init; } = "Change how often:";
#pragma warning restore CS1591

    /// <summary>The words in that language (BCP 47), or in English.</summary>
    public static LetterWords In(string language) => All.GetValueOrDefault(language.Split('-', '_')[0], English);
}
