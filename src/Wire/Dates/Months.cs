using System.Collections.Frozen;

namespace Wireroom.Wire.Dates;

/// <summary>Month names. RFC 822 wants English; content systems set to another language send theirs.</summary>
internal static class Months
{
    private static readonly string[] Names =
    [
        "jan january januar jänner janvier janv enero ene gennaio gen janeiro siječanj siječnja sij januara ιαν",
        "feb february februar février févr fév fevrier febrero febbraio fevereiro fev veljača veljače velj februara φεβ",
        "mar march märz mrz maerz mars marzo março ožujak ožujka ožu mart marta μαρ μάρ",
        "apr april avril avr abril abr aprile travanj travnja tra aprila απρ",
        "may mai mayo maggio mag maio svibanj svibnja svi maj maja μαϊ μάι μαι",
        "jun june juni juin junio giugno giu junho lipanj lipnja lip juna ιουν",
        "jul july juli juillet juil julio luglio lug julho srpanj srpnja srp jula ιουλ",
        "aug august août aout agosto ago kolovoz kolovoza kol avgust avgusta αυγ",
        "sep sept september septembre septiembre settembre set setembro rujan rujna ruj septembar septembra σεπ",
        "oct october oktober okt octobre octubre ottobre ott outubro out listopad listopada lis oktobar oktobra οκτ",
        "nov november novembre noviembre novembro studeni studenoga studenog stu novembar novembra νοε",
        "dec december dezember dez décembre déc diciembre dic dicembre dezembro prosinac prosinca pro decembar decembra δεκ",
    ];

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByName = Names
        .SelectMany((names, month) => names.Split(' ').Select(name => (name, month)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.month + 1, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of the month of that name, or 0.</summary>
    internal static int Number(ReadOnlySpan<char> name) => ByName.TryGetValue(name.TrimEnd('.'), out var month) ? month : 0;
}
