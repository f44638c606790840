namespace Wireroom.Newsroom.Tests;

/// <summary>Small pictures made on the spot.</summary>
public static class TestPictures
{
    /// <summary>A GIF of one colour (GIF89a: header, logical screen, two colours, one image of clear codes).</summary>
    public static byte[] Gif(byte width, byte height) =>
    [
        .. "GIF89a"u8, width, 0, height, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255,
        0x2C, 0, 0, 0, 0, width, 0, height, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
    ];
}
