using System.Collections.Frozen;

namespace Wireroom.Language.Text;

/// <summary>English abbreviations that keep their full stop, and those after which a sentence never ends.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> Before = Of(
        "mr mrs ms mx dr drs prof profs rev fr sr st ft mt sen sens rep reps govs gens gov lt col gen maj capt cmdr adm sgt cpl pvt pfc pres hon amb atty supt insp det ofc messrs mme mlle "
        + "vs v no nos vol pp ed eds fig sec art para approx est ca cf al dept asst");

    private static readonly FrozenSet<string> Either = Of(
        "jr inc ltd co corp bros llc plc etc univ assn ave blvd rd jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
        + "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo "
        + "a.m p.m u.s u.n u.k e.u d.c n.y n.j ph.d m.d b.a m.a i.e e.g");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeLookup = Before.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EitherLookup = Either.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True where the word, without its full stop, is written with one.</summary>
    public static bool Has(ReadOnlySpan<char> word) => char.IsUpper(word[0]) ? NeverEnds(word) || EitherLookup.Contains(word) : NeverEnds(word) && word.Length < 4 && word is not "no" and not "al" || word is "etc" or "a.m" or "p.m";

    /// <summary>True where a sentence does not end after it: a name or a number follows.</summary>
    public static bool NeverEnds(ReadOnlySpan<char> word) => BeforeLookup.Contains(word);

    private static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
