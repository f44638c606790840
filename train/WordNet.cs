using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Train;

/// <summary>Makes the list of word forms out of WordNet's files (wordnet.princeton.edu, "wndb"): each word of one part, with its regular inflections.</summary>
internal static class WordNet
{
    // Written by hand: WordNet's own lists of exceptions do not come with its files of words.
    private const string Irregular =
        "arise:arose:arisen awake:awoke:awoken be:was:been be:were:been bear:bore:borne beat:beat:beaten become:became:become begin:began:begun bend:bent:bent bet:bet:bet bid:bade:bidden bind:bound:bound bite:bit:bitten bleed:bled:bled "
        + "blow:blew:blown break:broke:broken breed:bred:bred bring:brought:brought build:built:built burn:burnt:burnt burst:burst:burst buy:bought:bought cast:cast:cast catch:caught:caught choose:chose:chosen cling:clung:clung come:came:come "
        + "cost:cost:cost creep:crept:crept cut:cut:cut deal:dealt:dealt dig:dug:dug do:did:done draw:drew:drawn dream:dreamt:dreamt drink:drank:drunk drive:drove:driven dwell:dwelt:dwelt eat:ate:eaten fall:fell:fallen feed:fed:fed feel:felt:felt "
        + "fight:fought:fought find:found:found flee:fled:fled fling:flung:flung fly:flew:flown forbid:forbade:forbidden forecast:forecast:forecast foresee:foresaw:foreseen forget:forgot:forgotten forgive:forgave:forgiven forgo:forwent:forgone "
        + "freeze:froze:frozen get:got:gotten give:gave:given go:went:gone grind:ground:ground grow:grew:grown hang:hung:hung have:had:had hear:heard:heard hide:hid:hidden hit:hit:hit hold:held:held hurt:hurt:hurt keep:kept:kept kneel:knelt:knelt "
        + "know:knew:known lay:laid:laid lead:led:led lean:leant:leant leap:leapt:leapt learn:learnt:learnt leave:left:left lend:lent:lent let:let:let lie:lay:lain light:lit:lit lose:lost:lost make:made:made mean:meant:meant meet:met:met mislead:misled:misled "
        + "mistake:mistook:mistaken mow:mowed:mown outdo:outdid:outdone overcome:overcame:overcome overdo:overdid:overdone override:overrode:overridden oversee:oversaw:overseen overtake:overtook:overtaken overthrow:overthrew:overthrown pay:paid:paid "
        + "prove:proved:proven put:put:put quit:quit:quit read:read:read rebuild:rebuilt:rebuilt repay:repaid:repaid rid:rid:rid ride:rode:ridden ring:rang:rung rise:rose:risen run:ran:run saw:sawed:sawn say:said:said see:saw:seen seek:sought:sought "
        + "sell:sold:sold send:sent:sent set:set:set sew:sewed:sewn shake:shook:shaken shed:shed:shed shine:shone:shone shoot:shot:shot show:showed:shown shrink:shrank:shrunk shut:shut:shut sing:sang:sung sink:sank:sunk sit:sat:sat sleep:slept:slept "
        + "slide:slid:slid sling:slung:slung slit:slit:slit smell:smelt:smelt sow:sowed:sown speak:spoke:spoken speed:sped:sped spell:spelt:spelt spend:spent:spent spill:spilt:spilt spin:spun:spun split:split:split spoil:spoilt:spoilt spread:spread:spread "
        + "spring:sprang:sprung stand:stood:stood steal:stole:stolen stick:stuck:stuck sting:stung:stung stink:stank:stunk strew:strewed:strewn stride:strode:stridden strike:struck:stricken string:strung:strung strive:strove:striven swear:swore:sworn "
        + "sweep:swept:swept swell:swelled:swollen swim:swam:swum swing:swung:swung take:took:taken teach:taught:taught tear:tore:torn tell:told:told think:thought:thought throw:threw:thrown thrust:thrust:thrust tread:trod:trodden "
        + "undergo:underwent:undergone understand:understood:understood undertake:undertook:undertaken undo:undid:undone uphold:upheld:upheld upset:upset:upset wake:woke:woken wear:wore:worn weave:wove:woven weep:wept:wept win:won:won wind:wound:wound "
        + "withdraw:withdrew:withdrawn withhold:withheld:withheld withstand:withstood:withstood wring:wrung:wrung write:wrote:written";

    public static void Run(string folder, string into)
    {
        var forms = new Dictionary<uint, ushort>();
        foreach (var word in Words(folder, "noun"))
        {
            if (char.IsUpper(word[0]))
            {
                Add(word, WordKinds.Name);
                continue;
            }

            Add(word, WordKinds.Noun);
            Add(WithS(word), WordKinds.Plural);
        }

        foreach (var word in Words(folder, "verb").Where(word => char.IsLower(word[0])))
        {
            Add(word, WordKinds.Verb);
            Add(WithS(word), WordKinds.ThirdPerson);
            foreach (var stem in Stems(word))
            {
                Add(stem.EndsWith('y') && stem.Length > 1 && !Vowel(stem[^2]) ? stem[..^1] + "ied" : stem.EndsWith('e') ? stem + "d" : stem + "ed", WordKinds.Past);
                Add((stem.EndsWith('e') && !stem.EndsWith("ee", StringComparison.Ordinal) && !stem.EndsWith("oe", StringComparison.Ordinal) ? stem[..^1] : stem) + "ing", WordKinds.Participle);
            }
        }

        foreach (var verb in Irregular.Split(' ').Select(one => one.Split(':')))
        {
            Add(verb[1], WordKinds.Past);
            Add(verb[2], WordKinds.Past);
        }

        foreach (var word in Words(folder, "adj").Where(word => char.IsLower(word[0])))
            Add(word, WordKinds.Adjective);
        foreach (var word in Words(folder, "adv").Where(word => char.IsLower(word[0])))
            Add(word, WordKinds.Adverb);
        var bytes = WordTable.Write(forms);
        File.WriteAllBytes(Path.Combine(into, "forms.bin"), bytes);
        Console.WriteLine($"forms.bin: {forms.Count} forms, {bytes.Length / 1024} KB");

        void Add(string word, WordKinds kind)
        {
            var hash = Hashing.Word(word);
            forms[hash] = (ushort)(forms.GetValueOrDefault(hash) | (ushort)kind);
        }
    }

    /// <summary>The words of one part of a file of data, as they are written there: the synset's words stand after its count, each followed by a number.</summary>
    private static IEnumerable<string> Words(string folder, string part) => File.ReadLines(Path.Combine(folder, "data." + part))
        .Where(line => line.Length > 0 && line[0] != ' ')
        .Select(line => line.Split(' '))
        .SelectMany(fields => Enumerable.Range(0, Convert.ToInt32(fields[3], 16)).Select(at => fields[4 + at * 2].Split('(')[0]))
        .Where(word => word.Length > 1 && word.All(char.IsAsciiLetter) && (char.IsLower(word[0]) || word[1..].Any(char.IsLower)))
        .Distinct();

    private static string WithS(string word) =>
        word.EndsWith('y') && !Vowel(word[^2]) ? word[..^1] + "ies"
        : word.EndsWith('s') || word.EndsWith('x') || word.EndsWith('z') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) ? word + "es"
        : word + "s";

    /// <summary>The stem as it is, and with its last letter doubled where that may be ("plan", "refer").</summary>
    private static IEnumerable<string> Stems(string word)
    {
        yield return word;
        if (word.Length > 2 && !Vowel(word[^1]) && word[^1] is not ('w' or 'x' or 'y') && Vowel(word[^2]) && !Vowel(word[^3]))
            yield return word + word[^1];
    }

    private static bool Vowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
