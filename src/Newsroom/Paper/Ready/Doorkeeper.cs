namespace Wireroom.Newsroom.Paper.Ready;

/// <summary>
/// Remembers roughly who has come lately, in 32 KB: the doorkeeper of a cache that keeps out what is asked for once (Einziger, Friedman and Manes, "TinyLFU",
/// section 3.4.2). Two addresses may be taken for one; then one of them comes in a request early.
/// </summary>
internal sealed class Doorkeeper
{
    private const int Marks = 1 << 18;
    private const int BitsOfWord = 64;

    /// <summary>With more, too many would be taken for others: all are forgotten, and the next come for the first time again.</summary>
    private const int MostRemembered = Marks / 4;

    private readonly ulong[] marks = new ulong[Marks / BitsOfWord];
    private int remembered;

    /// <summary>True where the address has come before; from now on it has.</summary>
    public bool HasCome(string address)
    {
        var mark = (int)((uint)address.GetHashCode(StringComparison.Ordinal) % Marks);
        var bit = 1UL << (mark % BitsOfWord);
        if ((Interlocked.Or(ref marks[mark / BitsOfWord], bit) & bit) != 0)
            return true;
        if (Interlocked.Increment(ref remembered) > MostRemembered)
        {
            Array.Clear(marks);
            Volatile.Write(ref remembered, 0);
        }

        return false;
    }
}
