using System.Text;
using Wireroom.Newsroom.Intake;
using Wireroom.Newsroom.Tests.Storage;
using Wireroom.Storage;
using static Wireroom.Newsroom.Tests.Storage.StorageTest;

namespace Wireroom.Newsroom.Tests.Pictures;

/// <summary>Pictures as wires bring them, through the same intake as every document.</summary>
public sealed class ArrivingPicturesTests
{
    [Theory, EachDatabase]
    public async Task A_picture_that_is_refused_is_told_in_its_arrival_and_the_story_comes_without_it(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var folder = Directory.CreateDirectory(Path.Combine(test.Options.DataFolder, "beside")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "map.svg"), "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", Cancel);
        var report = await ArriveAsync(test, "dam.json", Wire("map.svg"), folder);
        var fault = Assert.Single(report.Outcome.Faults, fault => fault.Code == "picture-refused");
        Assert.Contains("The picture map.svg was refused: This is a drawing (SVG)", fault.Message, StringComparison.Ordinal);
        var arrival = Assert.Single(await test.Store.ArrivalsAsync("adria", 10, Cancel));
        Assert.Contains(arrival.Outcome!.Faults, told => told.Code == "picture-refused");
        var copy = (await test.Store.FindStoryAsync(report.Stories[0]!.Value, Cancel))!.Head.Copy;
        Assert.Equal(("", "The wall"), (copy.Pictures.Single().File, copy.Pictures.Single().Caption));
        Assert.Empty(await test.Store.PicturesAsync(new PictureFilter(), 10, Cancel));
    }

    [Theory, EachDatabase]
    public async Task What_a_wire_leaves_out_is_read_from_the_picture_and_the_library_knows_it(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var folder = Directory.CreateDirectory(Path.Combine(test.Options.DataFolder, "beside")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "dam.jpg"), TestPictures.Jpeg("dam-valley"), Cancel);
        var report = await ArriveAsync(test, "dam.json", Wire("dam.jpg"), folder);
        var picture = (await test.Store.FindStoryAsync(report.Stories[0]!.Value, Cancel))!.Head.Copy.Pictures.Single();
        Assert.Equal(("The wall", "Damir Krešić/Maestral", 1600, 1067), (picture.Caption, picture.Credit, picture.Width, picture.Height));
        Assert.Equal("For editorial use with the story. Credit required.", picture.Rights!.UsageTerms);
        var known = (await test.Store.FindLibraryPictureAsync(picture.File, Cancel))!;
        Assert.Equal(("The wall", "Ključ, Bosnia and Herzegovina", "Damir Krešić", "adria"), (known.Facts.Caption, known.Facts.Place, known.Facts.Byline, known.Facts.Source));
        Assert.Equal("https://maestral.example/rights", known.Facts.Rights!.Licence);
        Assert.Contains("Studena", known.Facts.Keywords);
        Assert.Equal(report.Stories[0], Assert.Single(await test.Store.PictureUsesAsync(picture.File, 10, Cancel)).Row.Story);
    }

    [Theory, EachDatabase]
    public async Task A_picture_that_comes_alone_is_kept_with_its_story(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var report = await ArriveAsync(test, "glacier.jpg", TestPictures.Jpeg("glacier"), folder: null);
        var picture = (await test.Store.FindStoryAsync(report.Stories[0]!.Value, Cancel))!.Head.Copy.Pictures.Single();
        Assert.NotNull(await test.Store.FindPictureAsync(picture.File, Cancel));
        Assert.Equal("Aldo Ferluga/Plimsoll Dispatch", picture.Credit);
    }

    private static Task<ArrivalReport> ArriveAsync(StorageTest test, string name, byte[] bytes, string? folder) =>
        new Arrive(test.Store, test.Clock).TakeAsync(new Delivery { Source = "adria", Name = name, Bytes = bytes, PictureFolders = folder is null ? [] : [folder] }, Cancel);

    private static byte[] Wire(string picture) => Encoding.UTF8.GetBytes(
        $$"""
        {"uri":"adria:1","standard":{"name":"ninjs","version":"3.1"},"language":"en","headlines":[{"value":"Dam holds"}],"bodies":[{"role":"html","value":"<p>The dam holds.</p>"}],
         "associations":[{"name":"main","uri":"adria:p","type":"picture","descriptions":[{"role":"caption","value":"The wall"}],"renditions":[{"name":"main","href":"{{picture}}"}]}]}
        """);
}
