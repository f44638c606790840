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
            sink.Take(TooLarge());
            return null;
        }

        return Parse(text, sink);
    }

    /// <summary>Parses a text that is there whole, mending what can be mended; null, and a fault, where it is no JSON.</summary>
    internal static JsonDocument? Parse(string text, IWireSink sink) => Parsed(text, sink.Take, 1, 1);

    /// <summary>
    /// Reads the values of a document one by one, so that a list may be of any length: the members of its outer list, or the values behind each other. The
    /// sink hears of what had to be mended; each document is valid until the next is asked for.
    /// </summary>
    internal static IEnumerable<(JsonElement Value, bool IsListed)> Each(WireInput input, IWireSink sink)
    {
        using var source = new DecodedText(input, sink.Take);
        var faults = new FaultLog(sink);
        var any = false;
        var cut = new JsonPieces(source, Longest);
        for (var kind = cut.Read(); kind != JsonPieces.Kind.End; kind = cut.Read())
        {
            any = true;
            if (kind == JsonPieces.Kind.TooLong)
            {
                faults.Take(TooLarge());
                continue;
            }

            if (cut.Fault is not null)
            {
                faults.Take(Told(cut.Fault, cut.Place.Line, cut.Place.Column));
            }

            using var document = Parsed(cut.Value, faults.Take, cut.Place.Line, cut.Place.Column);
            if (document is not null)
            {
                yield return (document.RootElement, cut.IsListed);
            }
        }

        if (!any && !cut.HasList)
        {
            faults.Take(NotJson(1, 1));
        }

        faults.Finish();
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

    private static JsonDocument? Parsed(string text, Action<WireFault> take, int line, int column)
    {
        text = JsonSurrogates.Mend(text, out var halves);
        if (halves > 0)
        {
            take(new WireFault(WireFaultKind.Repaired, "half-character", $"{halves} escapes stand for half a character each, without the other half; they were read as U+FFFD."));
        }

        try
        {
            return JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException fault)
        {
            var within = (int)(fault.LineNumber ?? 0);
            return Mended(text, take, line + within, (int)(fault.BytePositionInLine ?? 0) + (within == 0 ? column : 1));
        }
    }

    private static JsonDocument? Mended(string text, Action<WireFault> take, int line, int column)
    {
        try
        {
            var mended = JsonDocument.Parse(JsonRepair.Mend(text, out var code), Lenient);
            take(Told(code, line, column));
            return mended;
        }
        catch (JsonException)
        {
            take(NotJson(line, column));
            return null;
        }
    }

    private static WireFault NotJson(int line, int column) => new(WireFaultKind.Unreadable, "not-json", "The document is not JSON from here on; ask the sender to mend it.", -1, line, column);

    private static WireFault TooLarge() => new(WireFaultKind.Unreadable, "too-large", $"The document is longer than {Longest} characters; send it in smaller pieces.");

    private static WireFault Told(string code, int line, int column) => code switch
    {
        "truncated" => new WireFault(WireFaultKind.Lost, code, "The document ends in the middle; what stood before was read. Ask the sender to send it again.", -1, line, column),
        "several-values" => new WireFault(WireFaultKind.Repaired, code, "The document holds several values behind each other; all were read.", -1, line, column),
        "missing-comma" => new WireFault(WireFaultKind.Repaired, code, "A comma between two members of a list is missing; both were read.", -1, line, column),
        _ => new WireFault(WireFaultKind.Repaired, "raw-control-character", "A text holds control characters that should be escaped.", -1, line, column),
    };
}
