using CsCheck;

namespace Wireroom.Wire.Tests;

/// <summary>Every fixture, damaged at random: bytes changed, pieces cut out, doubled or put elsewhere. No reader may throw.</summary>
public sealed class MutationTests
{
    private static readonly string[] Inserted = ["<", ">", "&", "\"", "'", "</", "<![CDATA[", "]]>", "<!--", "<!DOCTYPE x [", "{", "}", "[", "]", "\0", "\uFFFF", "&#x110000;", "&#xD800;", "9999999999999999999", "\\u", "xmlns:a=''", "http://[", "<a:b", "-1"];

    [Fact]
    public void No_damage_makes_a_reader_throw()
    {
        var fixtures = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "*", SearchOption.AllDirectories)
            .Where(file => new FileInfo(file).Length < 64 * 1024)
            .Select(File.ReadAllBytes)
            .Select(bytes => (Bytes: bytes, Format: WireFormats.Recognise(bytes, whole: true)))
            .Where(pair => pair.Format is not null)
            .ToList();
        Assert.NotEmpty(fixtures);
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("WIRE_MUTATIONS"), out var asked) ? asked : 1_000;
        Gen.Select(Gen.Int[0, fixtures.Count - 1], Gen.Int[0, int.MaxValue].Array[1, 8]).Sample(
            (fixture, damage) =>
            {
                var (bytes, format) = fixtures[fixture];
                var damaged = damage.Aggregate(bytes, Damaged);
                format!.Read(WireInput.Of(damaged), new WireDocument());
                WireFormats.Recognise(damaged, whole: true);
            },
            iter: rounds,
            threads: 1);
    }

    private static byte[] Damaged(byte[] bytes, int damage)
    {
        if (bytes.Length < 8)
        {
            return bytes;
        }

        var at = damage / 8 % bytes.Length;
        var length = Math.Min(1 + (damage / 64 % 97), bytes.Length - at);
        return (damage % 8) switch
        {
            0 => [.. bytes[..at], (byte)(damage / 1024), .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], .. bytes[(at + length)..]],
            2 => [.. bytes[..(at + length)], .. bytes[at..]],
            3 => bytes[..at],
            4 => [.. bytes[(at + length)..], .. bytes[at..(at + length)], .. bytes[..at]],
            _ => [.. bytes[..at], .. System.Text.Encoding.UTF8.GetBytes(Inserted[damage / 1024 % Inserted.Length]), .. bytes[at..]],
        };
    }
}
