using CsCheck;
using Wireroom.Language.Clusters;

namespace Wireroom.Newsroom.Tests.Intake;

public sealed class LikenessTests
{
    private const string Copy =
        "The dam above the town held through the night, the water board said on Tuesday, after engineers opened two of the four sluices and let "
        + "the lake fall by a metre. About 1,200 people who had been moved from the lower quarter were told that they could go home by the evening. "
        + "The board's chief, Ivana Kralj, said the wall had moved by no more than four millimetres and would be watched for another week.";

    [Fact]
    public void The_same_words_are_exactly_the_same_copy_whatever_their_marks_and_case()
    {
        var other = Copy.ToUpperInvariant().Replace(", ", " – ", StringComparison.Ordinal).Replace("BOARD'S", "BOARD’S", StringComparison.Ordinal);
        Assert.Equal(new Likeness(1, 1, true), Likeness.Between(Copy, other));
        Assert.Equal(Fingerprint.Of(Copy).Bands, Fingerprint.Of(other).Bands);
    }

    [Fact]
    public void Another_agencys_dateline_and_a_cut_end_are_the_same_copy()
    {
        var sent = "MOSTAR, 3 March (Plimsoll) - " + Copy[..Copy.IndexOf(" and would be watched", StringComparison.Ordinal)] + ".";
        var likeness = Likeness.Between(Copy, sent);
        Assert.True(likeness is { IsSameCopy: true, Exact: false, Shared: > 0.7 and < 1 }, likeness.ToString());
        Assert.NotEmpty(Fingerprint.Of(Copy).Bands.Intersect(Fingerprint.Of(sent).Bands));
    }

    [Fact]
    public void Another_report_of_the_same_event_is_not()
    {
        const string Other =
            "Engineers opened two sluices of the dam above the town overnight and the lake fell by a metre, sparing the lower quarter from which about 1,200 people "
            + "had been moved. They may return this evening. Ivana Kralj of the water board told reporters that the wall had hardly moved, and that it will be under watch for a week more.";
        Assert.False(Likeness.Between(Copy, Other).IsSameCopy);
    }

    [Fact]
    public void A_few_words_are_the_same_only_when_all_of_them_are()
    {
        Assert.True(Likeness.Between("Breaking: dam above the town gives way", "BREAKING - Dam above the town gives way").Exact);
        Assert.False(Likeness.Between("Breaking: dam above the town gives way", "Breaking: dam above the town holds").IsSameCopy);
        Assert.Empty(Fingerprint.Of("Weather for Monday").Bands);
        Assert.Single(Fingerprint.Of("Breaking: dam above the town gives way").Bands);
    }

    [Fact]
    public void Scripts_without_spaces_are_compared_letter_by_letter()
    {
        const string Japanese = "市の上流にあるダムは火曜日の夜も持ちこたえたと水道局が発表した。技術者が四つの水門のうち二つを開き、湖の水位は一メートル下がった。";
        Assert.True(Likeness.Between(Japanese, Japanese.Replace("発表した", "明らかにした", StringComparison.Ordinal)).IsSameCopy);
        Assert.False(Likeness.Between(Japanese, new string([.. Japanese.Reverse()])).IsSameCopy);
    }

    [Fact]
    public void Likeness_is_the_same_both_ways_round_and_never_leaves_its_bounds() =>
        Gen.String.Array[0, 60].Select(Gen.String.Array[0, 60]).Sample((left, right) =>
        {
            var (one, other) = (string.Join(' ', left), string.Join(' ', right));
            var likeness = Likeness.Between(one, other);
            return likeness == Likeness.Between(other, one) && likeness.Shared is >= 0 and <= 1 && likeness.Contained >= likeness.Shared;
        });

    [Fact]
    public void Copies_that_share_seven_shingles_of_ten_are_found_by_their_bands()
    {
        // 400 texts of 200 words of which one in 36 is changed: about 0.85 of the shingles of each stay, so 0.73 to 0.85 of all are shared.
        var random = new Random(7);
        var missed = 0;
        for (var text = 0; text < 400; text++)
        {
            var words = Enumerable.Range(0, 200).Select(_ => "w" + random.Next(5000)).ToArray();
            var changed = words.Select((word, at) => at % 36 == 20 ? "changed" + at : word);
            var (one, other) = (string.Join(' ', words), string.Join(' ', changed));
            Assert.InRange(Likeness.Between(one, other).Shared, 0.7, 0.95);
            if (!Fingerprint.Of(one).Bands.Intersect(Fingerprint.Of(other).Bands).Any())
                missed++;
        }

        Assert.InRange(missed, 0, 12);
    }
}
