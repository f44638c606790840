using Wireroom.Wire.Charsets;

namespace Wireroom.Wire.Page;

/// <summary>Takes a page's bytes to text, within a bound.</summary>
internal static class PageText
{
    /// <summary>The text; null where there is none, and then the sink has been told why.</summary>
    public static string? Of(WireInput input, int longest, IWireSink sink)
    {
        var bytes = new byte[Math.Min(longest, 64 * 1024)];
        var length = 0;
        try
        {
            for (int read; (read = input.Bytes.Read(bytes, length, bytes.Length - length)) > 0;)
            {
                length += read;
                if (length == bytes.Length && length < longest)
                    Array.Resize(ref bytes, (int)Math.Min(longest, bytes.Length * 2L));
            }
        }
        catch (IOException fault)
        {
            sink.Take(new WireFault(WireFaultKind.Lost, "read-failed", $"The page could not be read to its end ({fault.Message}); what came before is used. Fetch it again.", length));
        }

        if (length == longest && input.Bytes.ReadByte() >= 0)
        {
            sink.Take(new WireFault(WireFaultKind.Unreadable, "too-long", $"The page is longer than {longest / (1024 * 1024)} MB, which no news page is; check what was captured.", longest));
            return null;
        }

        var faults = new FaultLog(sink);
        var charset = CharsetDetection.Decide(bytes.AsSpan(0, length), whole: true, input.Charset, faults.Take);
        faults.Finish();
        var text = charset.Encoding.GetString(bytes, charset.Preamble, length - charset.Preamble);
        if (!string.IsNullOrWhiteSpace(text))
            return text;
        sink.Take(new WireFault(WireFaultKind.Unreadable, "empty", "The page is empty; capture it again.", 0));
        return null;
    }
}
