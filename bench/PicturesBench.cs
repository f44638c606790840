using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Storage;
using Wireroom.Stories.Body;

namespace Wireroom.Bench;

/// <summary>
/// Renditions a second on the pictures of the sample newsroom, through the darkroom's own process and beside it the same work in this process; what a reader
/// is spared; and what memory the darkroom takes.
/// </summary>
internal static class PicturesBench
{
    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("wireroom-bench-").FullName;
        try
        {
            var options = new StoreOptions(folder);
            await using var store = await Store.OpenAsync(options, TimeProvider.System, CancellationToken.None);
            await using var line = new DarkroomLine(NullLogger<DarkroomLine>.Instance);
            var renditions = new Renditions(options, line, line);
            var pictures = new List<StoredPicture>();
            foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "sample", "pictures"), "*.jpg").Order(StringComparer.Ordinal))
                pictures.Add(await store.KeepPictureAsync(await File.ReadAllBytesAsync(file), CancellationToken.None));
            var all = pictures.SelectMany(picture => Rendition.All(picture.Width, picture.Height, Focus.Centre).Select(rendition => (picture, rendition))).ToList();

            // The peer first, so that the files lie in the machine's memory for both.
            Darkroom.Open();
            var here = new Dictionary<string, TimeSpan>();
            foreach (var (picture, rendition) in all)
            {
                var began = Stopwatch.GetTimestamp();
                Darkroom.Develop(store.PicturePath(picture.File), picture.Width, picture.Height, rendition);
                here[rendition.Ending] = here.GetValueOrDefault(rendition.Ending) + Stopwatch.GetElapsedTime(began);
            }

            var inHere = all.Count / here.Values.Sum(time => time.TotalSeconds);
            var apart = Stopwatch.StartNew();
            foreach (var picture in pictures)
                await renditions.MakeAllAsync(picture, Focus.Centre, CancellationToken.None);
            var inDarkroom = all.Count / apart.Elapsed.TotalSeconds;
            Console.WriteLine($"{all.Count} renditions of {pictures.Count} pictures: {inDarkroom:0.0}/s in the darkroom, {inHere:0.0}/s in this process, ratio {inDarkroom / inHere:0.00}");
            foreach (var ending in Rendition.Endings)
                Console.WriteLine($"  {ending}: {all.Count(one => one.rendition.Ending == ending) / here[ending].TotalSeconds:0.0}/s in this process");

            var kept = pictures.Sum(picture => picture.Length);
            foreach (var (place, rendition) in new[] { ("a story on a wide screen", "800.avif"), ("the same in WebP", "800.webp"), ("the same in JPEG", "800.jpg"), ("a second of a front", "wide-480-50-50.avif"), ("a row of a list", "square-192-50-50.avif"), ("a story of the rail", "square-96-50-50.avif") })
            {
                var sent = pictures.Sum(picture => new FileInfo(renditions.PathOf(picture.File, Rendition.Of(rendition)!)).Length);
                Console.WriteLine($"  {place}: {sent / 1024.0 / pictures.Count:0.0} KB a picture instead of {kept / 1024.0 / pictures.Count:0.0}, {100 - 100.0 * sent / kept:0} % saved");
            }

            await line.DisposeAsync();
            Console.WriteLine($"memory of the darkroom at most: {line.PeakMemory / 1024 / 1024} MB; it ends when it has nothing to do");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
