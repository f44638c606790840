namespace Wireroom.Wire;

/// <summary>A document whole in memory, within a bound: for formats whose parts point to each other across the file.</summary>
internal static class WholeBytes
{
    /// <summary>Largest document that such a format reads, in bytes.</summary>
    internal const int Largest = 64 * 1024 * 1024;

    /// <summary>The bytes; what stands beyond the bound is left out with a fault.</summary>
    internal static ReadOnlyMemory<byte> Of(Stream stream, Action<WireFault> fault)
    {
        var bytes = stream is ReadOnlyMemoryStream memory ? memory.Rest : Copied(stream, fault);
        if (bytes.Length <= Largest)
        {
            return bytes;
        }

        fault(new WireFault(WireFaultKind.Lost, "too-large", $"The document is larger than {Largest / (1024 * 1024)} MB; what is beyond was not read. Send it in smaller pieces.", Largest));
        return bytes[..Largest];
    }

    private static ReadOnlyMemory<byte> Copied(Stream stream, Action<WireFault> fault)
    {
        var bytes = new byte[64 * 1024];
        var length = 0;
        try
        {
            for (int read; length <= Largest && (read = stream.Read(bytes, length, bytes.Length - length)) > 0;)
            {
                length += read;
                if (length == bytes.Length)
                {
                    Array.Resize(ref bytes, Math.Min(bytes.Length * 2, Largest + 1 + (64 * 1024)));
                }
            }
        }
        catch (IOException broken)
        {
            fault(new WireFault(WireFaultKind.Lost, "read-failed", $"The document could not be read to its end ({broken.Message}); what came before is used. Fetch it again.", length));
        }

        return bytes.AsMemory(0, length);
    }
}
