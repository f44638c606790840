using System.IO.Compression;
using System.Text;
using Wireroom.Newsroom.Tests.Storage;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Pictures;

/// <summary>What is refused at the door, with its reason, before anything decodes it.</summary>
public sealed class HostilePictureTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, byte[]> Hostile => new()
    {
        { "bomb", "at most 100 megapixels", TestPictures.Png(1, 1).With(16, 0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50) },
        { "film of large frames", "film of 2000 frames", TestPictures.Gif(250, 250, frames: 2_000) },
        { "animated PNG without end", "film of", TestPictures.Png(400, 400, ("acTL", [0x7F, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0])) },
        { "cut off JPEG", "is damaged", TestPictures.Jpeg()[..40_000] },
        { "cut off PNG", "is damaged", TestPictures.Png(40, 30)[..^14] },
        { "cut off GIF", "is damaged", TestPictures.Gif(40, 30)[..^3] },
        { "drawing with script", "may hold script", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray() },
        { "drawing behind a byte order mark", "may hold script", "\uFEFF  <?xml version='1.0'?><svg/>"u8.ToArray() },
        { "page in a comment of a PNG", "a page or script as well", TestPictures.Png(4, 4, ("tEXt", "Comment\0<ScRiPt>alert(1)</script>"u8.ToArray())) },
        { "page behind a GIF", "a page or script as well", [.. TestPictures.Gif(4, 4), .. "<html><body>"u8] },
        { "PHP behind a JPEG", "a page or script as well", [.. TestPictures.Jpeg(), .. "<?php system($_GET['c']);"u8] },
        { "archive behind a JPEG", "a ZIP archive as well", [.. TestPictures.Jpeg(), .. Zip()] },
        { "document in a comment of a PNG", "a PDF document as well", TestPictures.Png(4, 4, ("tEXt", "a\0%PDF-1.7"u8.ToArray())) },
        { "text", "not a JPEG, PNG, WebP or GIF", "This is no picture at all, whatever its name says."u8.ToArray() },
        { "TIFF", "convert it first", [(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
        { "nothing", "not a JPEG, PNG, WebP or GIF", [] },
    };

    [Theory, MemberData(nameof(Hostile))]
    public async Task A_hostile_picture_is_refused_with_its_reason(string what, string reason, byte[] bytes)
    {
        await using var test = await StorageTest.OnAsync(TestDatabase.Sqlite);
        var refusal = await Assert.ThrowsAsync<StoreException>(() => test.Store.KeepPictureAsync(bytes, Cancel));
        Assert.True(refusal.Message.Contains(reason, StringComparison.Ordinal), $"{what}: {refusal.Message}");
        Assert.Empty(Directory.EnumerateFiles(test.Options.PictureFolder));
        Assert.Empty(await test.Store.PicturesAsync(new PictureFilter(), 10, Cancel));
    }

    [Fact]
    public async Task A_picture_that_ends_anywhere_before_its_end_is_refused_and_nothing_is_thrown_but_the_reason()
    {
        await using var test = await StorageTest.OnAsync(TestDatabase.Sqlite);
        foreach (var whole in (byte[][])[TestPictures.Gif(9, 7), TestPictures.Png(9, 7)])
        {
            for (var length = 0; length < whole.Length - 4; length++)
                await Assert.ThrowsAsync<StoreException>(() => test.Store.KeepPictureAsync(whole.AsMemory(0, length), Cancel));
            Assert.Equal((9, 7), ((await test.Store.KeepPictureAsync(whole, Cancel)).Width, (await test.Store.KeepPictureAsync(whole, Cancel)).Height));
        }
    }

    [Fact]
    public async Task Plain_pictures_are_taken_whatever_their_kind_and_a_small_film_as_well()
    {
        await using var test = await StorageTest.OnAsync(TestDatabase.Sqlite);
        Assert.Equal("image/jpeg", (await test.Store.KeepPictureAsync(TestPictures.Jpeg(), Cancel)).MediaType);
        Assert.Equal("image/png", (await test.Store.KeepPictureAsync(TestPictures.Png(20, 10, ("tEXt", "Title\0a < b"u8.ToArray())), Cancel)).MediaType);
        Assert.Equal("image/gif", (await test.Store.KeepPictureAsync(TestPictures.Gif(20, 10, frames: 12), Cancel)).MediaType);
        Assert.Equal(3, (await test.Store.PicturesAsync(new PictureFilter(), 10, Cancel)).Count);
    }

    private static byte[] Zip()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = new StreamWriter(zip.CreateEntry("run.js").Open(), Encoding.UTF8))
            entry.Write("alert(1)");
        return bytes.ToArray();
    }
}

file static class Bytes
{
    /// <summary>The bytes with others laid over them at that place.</summary>
    public static byte[] With(this byte[] bytes, int at, params ReadOnlySpan<byte> others)
    {
        others.CopyTo(bytes.AsSpan(at));
        return bytes;
    }
}
