using System.IO.Compression;

namespace Wireroom.Newsroom.Tests.Desk;

public sealed class DeskBudgetTests
{
    private static readonly string Assets = Path.Combine(AppContext.BaseDirectory, "wwwroot", "assets");

    [Fact]
    public void The_desks_script_keeps_its_budget_and_the_editor_is_apart()
    {
        // desk.js with what it shares, and the editor that is loaded when it is used.
        var (queue, editor) = (Compressed("desk-*.js"), Compressed("form-*.js"));
        Assert.InRange(queue, 3_000, 12_000);
        Assert.InRange(editor, 50_000, 95_000);
        Assert.InRange(queue + editor + Compressed("chunk-*.js"), 55_000, 120_000);
    }

    [Fact]
    public void The_desks_style_keeps_its_budget() => Assert.InRange(Compressed("desk-*.css"), 4_000, 15_000);

    private static long Compressed(string pattern) => Directory.EnumerateFiles(Assets, pattern).Sum(file =>
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        return compressed.Length;
    });
}
