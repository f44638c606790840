namespace Wireroom.Wire.Tests;

/// <summary>What a format says of itself (docs/formats.md is made from it) against what its reader and its writer do.</summary>
public sealed class FormatDeclarationTests
{
    // Said by the reader of itself and not by a document.
    private static readonly string[] OfTheReader = ["guessed", "dropped"];

    public static TheoryData<string> Formats => [.. WireFormats.All.Select(format => format.Name)];

    public static TheoryData<string> Written => [.. WireFormats.All.Where(format => format.CanWrite).Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_reader_finds_in_its_fixtures_what_its_format_declares_and_nothing_else(string name)
    {
        var seen = Fixtures(name).SelectMany(bytes => AssertWire.Read(bytes, name).Items).SelectMany(item => WireField.All.Where(field => field.IsSaid(item))).Select(field => field.Name).Except(OfTheReader).ToHashSet(StringComparer.Ordinal);
        var declared = WireFormats.Named(name)!.Reads;

        // As one text, so that a difference can be put into the format's declaration.
        Assert.Equal(Joined(WireField.All.Select(field => field.Name).Where(seen.Contains)), Joined(declared));
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void A_writer_names_as_lost_what_its_format_does_not_declare(string name)
    {
        var format = WireFormats.Named(name)!;
        Assert.All(format.Writes, field => Assert.Contains(field, WireField.All.Select(known => known.Name)));
        foreach (var field in WireField.All.Where(field => !format.Writes.Contains(field.Name) && field.IsSaid(FullItem.All)))
        {
            AssertWire.Write([FullItem.All], name, out var losses);
            Assert.True(losses.Any(loss => loss.Code == $"lost-{field.Name}") || OfTheReader.Contains(field.Name) || field.Name is "word-count", $"{name} neither declares {field.Name} nor says that it is lost.");
        }
    }

    private static string Joined(IEnumerable<string> fields) => string.Join(", ", fields.Select(field => $"\"{field}\""));

    /// <summary>The fixtures of a format stand in a folder of its first edition's name; those of a second edition in the first's.</summary>
    private static IEnumerable<byte[]> Fixtures(string name) => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "*", SearchOption.AllDirectories)
        .Select(File.ReadAllBytes)
        .Where(bytes => WireFormats.Recognise(bytes, whole: true)?.Name == (name == "ninjs2" ? "ninjs" : name));
}
