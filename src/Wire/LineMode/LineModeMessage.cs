namespace Wireroom.Wire.LineMode;

/// <summary>The bytes of one message of a line, with their place in the stream (byte offset from its start).</summary>
internal sealed record LineModeMessage(byte[] Bytes, long Offset);
