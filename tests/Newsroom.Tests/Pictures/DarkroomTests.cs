using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Storage;
using Wireroom.Stories.Body;
using Wireroom.Wire.PhotoMetadata;

namespace Wireroom.Newsroom.Tests.Pictures;

/// <summary>The real darkroom: a process of its own with libvips in it.</summary>
public sealed class DarkroomTests : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("wireroom-test-");
    private readonly DarkroomLine line = new(NullLogger<DarkroomLine>.Instance);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_becomes_every_rendition_in_its_size_and_says_nothing_of_itself_any_more()
    {
        var (store, picture) = await KeepAsync(TestPictures.Jpeg());
        await using var open = store;
        Assert.NotNull(PictureMetadata.Of(TestPictures.Jpeg())!.Credit);
        var renditions = new Renditions(new StoreOptions(folder.FullName), line, line);
        var look = await renditions.LookAsync(picture, Cancel);
        Assert.Equal(("", ""), (look.Fault, look.Trouble));
        Assert.InRange(look.X, 1, 99);
        var focus = new Focus(30, 60);
        Assert.Equal(new DarkroomResult(), await renditions.MakeAllAsync(picture, focus, Cancel));
        var all = Rendition.All(picture.Width, picture.Height, focus).ToList();
        Assert.Equal(3 * (5 + 3 + 2 + 2) + 1, all.Count);
        foreach (var rendition in all)
        {
            var bytes = await File.ReadAllBytesAsync(renditions.PathOf(picture.File, rendition), Cancel);
            var made = PictureMetadata.ItemOf(bytes)!;
            Assert.Equal(rendition.MediaType, made.Media[0].MediaType);
            Assert.Equal((rendition.Width, Shapes.HeightOf(rendition.Shape, rendition.Width, picture.Width, picture.Height)), (made.Media[0].Width, made.Media[0].Height));
            Assert.Null(made.Credit);
            Assert.Null(made.Rights);
            Assert.Null(made.Standfirst);
            Assert.DoesNotContain("Tonka", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        }

        long SizeOf(string ending) => all.Where(one => one.Ending == ending && one.Shape is not PictureShape.Card).Sum(one => new FileInfo(renditions.PathOf(picture.File, one)).Length);
        Assert.True(SizeOf("avif") < SizeOf("jpg") / 2 && SizeOf("webp") < SizeOf("jpg") * 2 / 3, $"AVIF {SizeOf("avif")}, WebP {SizeOf("webp")}, JPEG {SizeOf("jpg")}");
    }

    [Fact]
    public async Task A_crop_shows_the_part_around_the_focal_point()
    {
        // Left half black, right half white, as rows of a grey PNG would have them.
        var (store, picture) = await KeepAsync(Halves(600, 200));
        await using var open = store;
        var renditions = new Renditions(new StoreOptions(folder.FullName), line, line);
        foreach (var (x, isLight) in new[] { (5, false), (95, true) })
        {
            var square = new Rendition(PictureShape.Square, 96, new Focus(x, 50), "jpg");
            var path = await renditions.AskAsync(picture.File, picture.Width, picture.Height, square, Cancel);
            Darkroom.Open();
            using var image = NetVips.Image.NewFromFile(path!);
            Assert.Equal(isLight ? 255 : 0, image.Avg(), tolerance: 12);
        }
    }

    [Fact]
    public async Task What_cannot_be_decoded_is_the_pictures_fault_and_the_next_one_is_made()
    {
        // Whole in its structure, broken in its data.
        var broken = TestPictures.Png(640, 480);
        broken.AsSpan(80, 40).Fill(0x55);
        var (store, picture) = await KeepAsync(broken);
        await using var open = store;
        var renditions = new Renditions(new StoreOptions(folder.FullName), line, line);
        var made = await renditions.MakeAllAsync(picture, Focus.Centre, Cancel);
        Assert.NotEqual("", made.Fault);
        Assert.Equal("", made.Trouble);
        Assert.Null(await renditions.AskAsync(picture.File, picture.Width, picture.Height, new Rendition(PictureShape.Full, 480, Focus.Centre, "webp"), Cancel));
        var good = await store.KeepPictureAsync(TestPictures.Png(64, 48), Cancel);
        Assert.Equal(new DarkroomResult(), await renditions.MakeAllAsync(good, Focus.Centre, Cancel));
    }

    [Fact]
    public async Task A_darkroom_that_is_killed_is_opened_again_and_the_picture_is_not_at_fault()
    {
        var (store, picture) = await KeepAsync(TestPictures.Jpeg("old-town"));
        await using var open = store;
        var renditions = new Renditions(new StoreOptions(folder.FullName), line, line);
        var first = new Rendition(PictureShape.Full, 160, Focus.Centre, "jpg");
        Assert.NotNull(await renditions.AskAsync(picture.File, picture.Width, picture.Height, first, Cancel));
        using (var darkroom = Process.GetProcessById(line.ProcessId!.Value))
        {
            darkroom.Kill();
            await darkroom.WaitForExitAsync(Cancel);
        }

        Assert.NotNull(await renditions.AskAsync(picture.File, picture.Width, picture.Height, first with { Width = 480, Ending = "avif" }, Cancel));
    }

    [Fact]
    public async Task A_picture_that_was_taken_with_the_camera_on_its_side_stands_upright()
    {
        var (store, picture) = await KeepAsync(Turned(TestPictures.Jpeg("glacier")));
        await using var open = store;
        Assert.Equal((1067, 1600), (picture.Width, picture.Height));
        var renditions = new Renditions(new StoreOptions(folder.FullName), line, line);
        var path = await renditions.AskAsync(picture.File, picture.Width, picture.Height, new Rendition(PictureShape.Full, 480, Focus.Centre, "jpg"), Cancel);
        var made = PictureMetadata.Of(await File.ReadAllBytesAsync(path!, Cancel))!;
        Assert.Equal((480, 720), (made.Width, made.Height));
    }

    public async ValueTask DisposeAsync()
    {
        await line.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task<(Store Store, StoredPicture Picture)> KeepAsync(byte[] bytes)
    {
        var store = await Store.OpenAsync(new StoreOptions(folder.FullName), TimeProvider.System, Cancel);
        return (store, await store.KeepPictureAsync(bytes, Cancel));
    }

    private static byte[] Halves(int width, int height)
    {
        Darkroom.Open();
        using var black = NetVips.Image.Black(width / 2, height);
        using var white = black.Linear([1.0], [255.0], uchar: true);
        using var both = black.Join(white, NetVips.Enums.Direction.Horizontal);
        return both.PngsaveBuffer();
    }

    /// <summary>With an EXIF block that says: turn by 90 degrees (CIPA DC-008, Orientation 6).</summary>
    private static byte[] Turned(byte[] jpeg)
    {
        byte[] exif = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0];
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg.AsSpan(2)];
    }
}
