using System.Security.Cryptography;

namespace Wireroom.Stories;

/// <summary>
/// A story's lasting identity: milliseconds since 2020 in the high bits and 20 random bits, so that identities made on several
/// machines neither clash nor need a counter. Written as 13 letters and digits without the ones that people confuse.
/// </summary>
public readonly record struct StoryId(long Value) : IComparable<StoryId>
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int TextLength = 13;
    private const int RandomBits = 20;
    private const int LongestStep = 64;
    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// A new identity at the clock's time, which is not the last one again: of an import's thousands that share a millisecond with another, some would draw the
    /// same number.
    /// </summary>
    /// <param name="clock">The clock.</param>
    /// <param name="last">The last identity that was made here.</param>
    public static StoryId New(TimeProvider clock, StoryId last)
    {
        var milliseconds = (long)(clock.GetUtcNow() - Epoch).TotalMilliseconds;
        return last.Value >> RandomBits == milliseconds
            ? new(last.Value + RandomNumberGenerator.GetInt32(1, LongestStep))
            : new((milliseconds << RandomBits) | (uint)RandomNumberGenerator.GetInt32(1 << RandomBits));
    }

    /// <summary>The first identity that could have been made at that time, to ask for what came since.</summary>
    public static StoryId FirstAt(DateTimeOffset at) => new((long)Math.Max(0, (at - Epoch).TotalMilliseconds) << RandomBits);

    /// <summary>Reads the text form; false for anything that <see cref="ToString"/> would not write.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out StoryId id)
    {
        id = default;
        if (text.Length != TextLength)
            return false;
        ulong value = 0;
        foreach (var letter in text)
        {
            var digit = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0)
                return false;
            value = (value << 5) | (uint)digit;
        }

        id = new StoryId((long)value);
        return id.Value >= 0 && text.SequenceEqual(id.ToString());
    }

    /// <inheritdoc/>
    public int CompareTo(StoryId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => string.Create(TextLength, Value, static (text, value) =>
    {
        for (var at = TextLength - 1; at >= 0; at--, value >>= 5)
            text[at] = Alphabet[(int)(value & 31)];
    });

    /// <summary>Earlier identity.</summary>
    public static bool operator <(StoryId left, StoryId right) => left.Value < right.Value;

    /// <summary>Later identity.</summary>
    public static bool operator >(StoryId left, StoryId right) => left.Value > right.Value;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(StoryId left, StoryId right) => left.Value <= right.Value;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(StoryId left, StoryId right) => left.Value >= right.Value;
}
