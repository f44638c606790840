using System.Buffers.Binary;

namespace Wireroom.Storage;

/// <summary>
/// What is refused before anything decodes a picture: files that end before their end, films of many large frames, and files that are something else as
/// well (a page, a program of script, an archive). Nothing is unpacked here; only the structure of the file is walked.
/// </summary>
internal static class PictureGate
{
    /// <summary>Pixels of all frames together at most.</summary>
    internal const long MostPixels = 100_000_000;

    private const int MostFrames = 2_000;

    // Words that begin markup or script. As bytes of a compressed picture they do not come about by chance.
    private static readonly byte[][] Markup = [[.. "<script"u8], [.. "<?php"u8], [.. "<html"u8], [.. "<!doctype"u8], [.. "<iframe"u8], [.. "javascript:"u8]];

    /// <summary>Passes a picture of that kind and size, or refuses it.</summary>
    /// <exception cref="StoreException">The reason.</exception>
    public static void Pass(ReadOnlySpan<byte> bytes, string ending, int width, int height)
    {
        var (frames, isWhole) = ending switch
        {
            "jpg" => (1, IsWholeJpeg(bytes)),
            "png" => OfPng(bytes),
            "gif" => OfGif(bytes),
            _ => OfWebp(bytes),
        };
        if (!isWhole)
            throw new StoreException("The picture is damaged: its file ends before its end. Ask the sender to send it again.");
        if (frames > MostFrames || (long)width * height * frames > MostPixels)
            throw new StoreException($"It is a film of {frames} frames of {width} by {height} pixels; at most 100 megapixels in all are taken. Send a still picture.");
        if (WhatElse(bytes) is { } what)
            throw new StoreException($"The file is a picture and {what} as well: such files are made to deceive, and none is taken. Save it as a plain picture.");
    }

    /// <summary>What the bytes are besides a picture, or null.</summary>
    private static string? WhatElse(ReadOnlySpan<byte> bytes)
    {
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
            return "a PDF document";
        if (EndsAsZip(bytes))
            return "a ZIP archive";
        if (bytes.IndexOf("Rar!\x1a\x07"u8) >= 0 || bytes.IndexOf((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C]) >= 0)
            return "an archive";
        return HoldsMarkup(bytes) ? "a page or script" : null;
    }

    private static bool HoldsMarkup(ReadOnlySpan<byte> bytes)
    {
        Span<byte> window = stackalloc byte[12];
        for (var at = 0; ; at++)
        {
            var next = bytes[at..].IndexOfAny((byte)'<', (byte)'j', (byte)'J');
            if (next < 0)
                return false;
            at += next;
            var length = Math.Min(window.Length, bytes.Length - at);
            for (var letter = 0; letter < length; letter++)
                window[letter] = bytes[at + letter] is >= (byte)'A' and <= (byte)'Z' ? (byte)(bytes[at + letter] | 0x20) : bytes[at + letter];
            foreach (var word in Markup)
            {
                if (window[..length].StartsWith(word))
                    return true;
            }
        }
    }

    /// <summary>APPNOTE 6.3.10, section 4.3.16: the end of the central directory stands last, and says how long the comment after it is.</summary>
    private static bool EndsAsZip(ReadOnlySpan<byte> bytes)
    {
        const int Length = 22;
        for (var at = bytes.Length - Length; at >= 0 && at >= bytes.Length - Length - ushort.MaxValue; at--)
        {
            if (bytes[at..].StartsWith("PK\x05\x06"u8) && at + Length + BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 20)..]) <= bytes.Length)
                return true;
        }

        return false;
    }

    /// <summary>ITU-T T.81, annex B: segments up to the scan; after it an end of image. What cameras write behind it does not matter.</summary>
    private static bool IsWholeJpeg(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 4 <= bytes.Length)
        {
            if (bytes[at] != 0xFF)
                return false;
            var code = bytes[at + 1];
            if (code == 0xFF)
            {
                at++;
                continue;
            }

            if (code == 0xDA)
                return bytes[at..].LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0;
            at += 2 + (code is 0x01 or (>= 0xD0 and <= 0xD8) ? 0 : BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]));
        }

        return false;
    }

    /// <summary>PNG, third edition: chunks up to IEND; acTL says how many frames there are.</summary>
    private static (int Frames, bool IsWhole) OfPng(ReadOnlySpan<byte> bytes)
    {
        var frames = 1;
        for (long at = 8; at + 12 <= bytes.Length;)
        {
            var chunk = bytes[(int)at..];
            if (chunk[4..].StartsWith("IEND"u8))
                return (frames, true);
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (chunk[4..].StartsWith("acTL"u8) && length >= 4)
                frames = (int)Math.Min(int.MaxValue, Math.Max(1, BinaryPrimitives.ReadUInt32BigEndian(chunk[8..])));
            at += 12 + length;
        }

        return (frames, false);
    }

    /// <summary>GIF89a: blocks up to the trailer.</summary>
    private static (int Frames, bool IsWhole) OfGif(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 13)
            return (1, false);
        var frames = 0;
        var at = 13 + ColoursOf(bytes[10]);
        while (at < bytes.Length)
        {
            switch (bytes[at])
            {
                case 0x3B:
                    return (Math.Max(1, frames), true);
                case 0x21:
                    at = AfterBlocks(bytes, at + 2);
                    break;
                case 0x2C when at + 10 < bytes.Length:
                    frames++;
                    at = AfterBlocks(bytes, at + 11 + ColoursOf(bytes[at + 9]));
                    break;
                default:
                    return (Math.Max(1, frames), false);
            }
        }

        return (Math.Max(1, frames), false);

        static int ColoursOf(byte packed) => (packed & 0x80) == 0 ? 0 : 3 << ((packed & 7) + 1);
    }

    private static int AfterBlocks(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length && bytes[at] != 0)
            at += 1 + bytes[at];
        return at + 1;
    }

    /// <summary>RFC 9649: chunks as long as RIFF says; each ANMF is a frame.</summary>
    private static (int Frames, bool IsWhole) OfWebp(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12 || BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L > bytes.Length)
            return (1, false);
        var frames = 0;
        for (long at = 12; at + 8 <= bytes.Length;)
        {
            var chunk = bytes[(int)at..];
            if (chunk.StartsWith("ANMF"u8))
                frames++;
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            at += 8 + length + (length & 1);
        }

        return (Math.Max(1, frames), true);
    }
}
