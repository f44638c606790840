using System.Collections.Frozen;
using System.Globalization;

namespace Wireroom.Language.Attribution;

/// <summary>Numbers in words and digits, and the words that tell what a figure counts.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, decimal> Numbers = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12,
        ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40,
        ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90, ["dozens"] = 24, ["scores"] = 40, ["hundreds"] = 200, ["thousands"] = 2000, ["millions"] = 2_000_000,
        ["dozen"] = 12, ["hundred"] = 100, ["thousand"] = 1000, ["million"] = 1_000_000,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, FigureKind> Kinds = Build();

    private static readonly FrozenSet<string> Months = "january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.".Split(' ').ToFrozenSet();

    /// <summary>The value of a number; null for other words.</summary>
    public static decimal? Value(ReadOnlySpan<char> word)
    {
        if (char.IsAsciiDigit(word[0]))
            return word.Length < 20 && decimal.TryParse(word, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var digits) ? digits : null;
        return word.Length < 10 && Numbers.TryGetValue(word.ToString(), out var value) ? value : null;
    }

    /// <summary>What a number before it is multiplied by: "million"; null for other words.</summary>
    public static decimal? Scale(ReadOnlySpan<char> word) => word.ToString().ToLowerInvariant() switch
    {
        "hundred" => 100, "thousand" => 1000, "million" or "mn" => 1_000_000, "billion" or "bn" => 1_000_000_000, "trillion" => 1_000_000_000_000, "dozen" => 12, _ => null,
    };

    /// <summary>True for "dozens", "hundreds": as many at least.</summary>
    public static bool Vague(ReadOnlySpan<char> word) => word.ToString().ToLowerInvariant() is "dozens" or "scores" or "hundreds" or "thousands" or "millions";

    /// <summary>True for the name of a month.</summary>
    public static bool IsMonth(ReadOnlySpan<char> word) => word.Length > 2 && Months.Contains(word.ToString().ToLowerInvariant()) && char.IsUpper(word[0]);

    /// <summary>What a figure counts, by a word beside it.</summary>
    public static FigureKind Kind(string word) => Kinds.GetValueOrDefault(word, FigureKind.Other);

    private static FrozenDictionary<string, FigureKind> Build()
    {
        var kinds = new Dictionary<string, FigureKind>();
        Add(FigureKind.Dead, "killed kill kills killing dead died die dies dying death deaths bodies corpses fatalities murdered executed slain perished martyred drowned massacred lives victims");
        Add(FigureKind.Wounded, "wounded injured hurt injuries wounding injuring casualties hospitalised hospitalized maimed");
        Add(FigureKind.Missing, "missing unaccounted disappeared");
        Add(FigureKind.Displaced, "displaced fled flee fleeing refugees evacuated evacuees uprooted homeless migrants");
        Add(FigureKind.Held, "arrested detained held kidnapped abducted hostages captured prisoners detainees jailed imprisoned arrests");
        return kinds.ToFrozenDictionary();

        void Add(FigureKind kind, string words)
        {
            foreach (var word in words.Split(' '))
                kinds[word] = kind;
        }
    }
}
