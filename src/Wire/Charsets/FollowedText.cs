namespace Wireroom.Wire.Charsets;

/// <summary>A text of which the beginning was read already: that, and then the rest.</summary>
internal sealed class FollowedText(string beginning, TextReader rest) : TextReader
{
    private int at;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        var taken = Math.Min(count, beginning.Length - at);
        if (taken == 0)
        {
            // What has been read is not held any longer than it must be.
            (beginning, at) = ("", 0);
            return rest.Read(buffer, index, count);
        }

        beginning.CopyTo(at, buffer, index, taken);
        at += taken;
        return taken;
    }
}
