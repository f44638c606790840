using System.Text.Json;
using Wireroom.Wire.Charsets;

namespace Wireroom.Wire.Json;

/// <summary>Opens JSON documents in whatever state they are: any charset, one value or one a line, cut short, with raw control characters.</summary>
public static class JsonText
{
    /// <summary>Longest document that is read, in characters.</summary>
    public const int Longest = 256 * 1024 * 1024;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 128 };

    /// <summary>Reads the document; null, and a fault, where it is none.</summary>
    public static JsonDocument? Open(WireInput input, IWireSink sink)
    {
        using var source = new DecodedText(input, sink.Take);
        var text = ReadUpTo(source, Longest, out var isWhole);
        if (!isWhole)
        {
            sink.Take(new WireFault(WireFaultKind.Unreadable, "too-large", $"The document is longer than {Longest} characters; send it in smaller pieces."));
            return null;
        }

        return Parse(text, sink);
    }

    /// <summary>Parses a text that is there whole, mending what can be mended; null, and a fault, where it is no JSON.</summary>
    internal static JsonDocument? Parse(string text, IWireSink sink)
    {
        text = JsonSurrogates.Mend(text, out var halves);
        if (halves > 0)
        {
            sink.Take(new WireFault(WireFaultKind.Repaired, "half-character", $"{halves} escapes stand for half a character each, without the other half; they were read as U+FFFD."));
        }

        try
        {
            return JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException fault)
        {
            return Mended(text, fault, sink);
        }
    }

    /// <summary>For detection: true where the first character of the text opens an object or an array.</summary>
    internal static bool MayBeJson(ReadOnlySpan<byte> head)
    {
        var text = head.TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n']);
        return text is [(byte)'{' or (byte)'[', ..];
    }

    /// <summary>Reads the text to its end, or so far that it is longer than <paramref name="longest"/> characters; <paramref name="isWhole"/> says which.</summary>
    internal static string ReadUpTo(DecodedText source, int longest, out bool isWhole)
    {
        var text = new System.Text.StringBuilder();
        var piece = new char[32 * 1024];
        isWhole = true;
        for (var count = source.Read(piece.AsSpan()); count > 0 && isWhole; count = isWhole ? source.Read(piece.AsSpan()) : 0)
        {
            text.Append(piece, 0, count);
            isWhole = text.Length <= longest;
        }

        return text.ToString();
    }

    private static JsonDocument? Mended(string text, JsonException fault, IWireSink sink)
    {
        var (line, column) = ((int)(fault.LineNumber ?? 0) + 1, (int)(fault.BytePositionInLine ?? 0) + 1);
        try
        {
            var mended = JsonDocument.Parse(JsonRepair.Mend(text, out var code), Lenient);
            sink.Take(code switch
            {
                "truncated" => new WireFault(WireFaultKind.Lost, code, "The document ends in the middle; what stood before was read. Ask the sender to send it again.", -1, line, column),
                "several-values" => new WireFault(WireFaultKind.Repaired, code, "The document holds several values behind each other; all were read.", -1, line, column),
                _ => new WireFault(WireFaultKind.Repaired, "raw-control-character", "A text holds control characters that should be escaped.", -1, line, column),
            });
            return mended;
        }
        catch (JsonException)
        {
            sink.Take(new WireFault(WireFaultKind.Unreadable, "not-json", "The document is not JSON from here on; ask the sender to mend it.", -1, line, column));
            return null;
        }
    }
}
