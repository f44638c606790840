namespace Wireroom.Wire.LineMode;

/// <summary>The control characters of the line-mode wires (IPTC 7901, annex A; ANPA 1312), as bytes and as they stand in decoded text.</summary>
internal static class Control
{
    internal const char StartOfHeader = '\x01';
    internal const char StartOfText = '\x02';
    internal const char EndOfText = '\x03';
    internal const char EndOfTransmission = '\x04';
    internal const char TabularLine = '\b';
    internal const char EndOfInstruction = '\v';
    internal const char StartOfInstruction = '\f';
    internal const char UpperRail = '\x0E';
    internal const char LowerRail = '\x0F';
    internal const char SpaceBand = '\x10';
    internal const char FontOne = '\x11';
    internal const char FontTwo = '\x12';
    internal const char FontThree = '\x13';
    internal const char FontFour = '\x14';
    internal const char Synchronise = '\x16';
    internal const char Escape = '\x1B';
    internal const char Column = '\x1F';

    /// <summary>Names by which systems print a control character that they could not send.</summary>
    internal static readonly Dictionary<string, char> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SOH"] = StartOfHeader, ["STX"] = StartOfText, ["ETX"] = EndOfText, ["EOT"] = EndOfTransmission, ["BS"] = TabularLine, ["TLI"] = TabularLine,
        ["SO"] = UpperRail, ["SI"] = LowerRail, ["DC1"] = FontOne, ["DC2"] = FontTwo, ["DC3"] = FontThree, ["DC4"] = FontFour, ["SYN"] = Synchronise, ["US"] = Column,
    };

    /// <summary>A text without control characters but line ends, so that nothing written can be taken for the line's own signs.</summary>
    internal static string Clean(string text) => text.Any(c => char.IsControl(c) && c != '\n')
        ? string.Concat(text.ReplaceLineEndings("\n").Select(c => c == '\n' || !char.IsControl(c) ? c : ' '))
        : text;
}
