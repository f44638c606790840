using System.Text;
using System.Text.Unicode;

namespace Wireroom.Newsroom.Desk.Story;

/// <summary>Raw bytes for the eye: as UTF-8 where they are, else byte by byte as Latin-1; control characters become visible.</summary>
public static class RawText
{
    private const int Most = 2 * 1024 * 1024;

    /// <summary>The bytes as text that can do nothing but be read.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var cut = bytes.Length > Most;
        if (cut)
            bytes = bytes[..Most];
        var text = (Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes);
        var shown = new StringBuilder(text.Length + 64);
        foreach (var letter in text)
        {
            // U+2400 onwards pictures each control code of ASCII: line-mode wires are framed in them.
            if (letter is '\n' or '\r' or '\t' || !char.IsControl(letter))
                shown.Append(letter);
            else
                shown.Append(letter < ' ' ? (char)(0x2400 + letter) : '\uFFFD');
        }

        return cut ? shown.Append("\n\n[cut here: the document is longer]").ToString() : shown.ToString();
    }
}
