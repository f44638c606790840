using CsCheck;
using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Pictures;

public sealed class ShapesTests
{
    [Theory]
    [InlineData(PictureShape.Wide, 1600, 1200, 50, 50, 0, 150, 1600, 900)]
    [InlineData(PictureShape.Wide, 1600, 1200, 50, 10, 0, 0, 1600, 900)]
    [InlineData(PictureShape.Wide, 1600, 1200, 50, 100, 0, 300, 1600, 900)]
    [InlineData(PictureShape.Square, 1600, 1200, 75, 50, 400, 0, 1200, 1200)]
    [InlineData(PictureShape.Square, 1600, 1200, 60, 50, 360, 0, 1200, 1200)]
    [InlineData(PictureShape.Tall, 1000, 1000, 0, 50, 0, 0, 800, 1000)]
    [InlineData(PictureShape.Card, 1200, 630, 10, 90, 0, 0, 1200, 630)]
    [InlineData(PictureShape.Full, 1600, 1200, 0, 0, 0, 0, 1600, 1200)]
    public void A_crop_keeps_the_focal_point_as_near_to_its_middle_as_the_edges_let_it(PictureShape shape, int width, int height, int x, int y, int left, int top, int cropWidth, int cropHeight) =>
        Assert.Equal(new Crop(left, top, cropWidth, cropHeight), Shapes.CropOf(shape, width, height, new Focus(x, y)));

    [Fact]
    public void Whatever_the_picture_a_crop_lies_within_it_and_holds_the_focal_point_and_names_are_read_back() =>
        Gen.Select(Gen.Enum<PictureShape>(), Gen.Int[1, 12_000], Gen.Int[1, 12_000], Gen.Int[0, 100], Gen.Int[0, 100]).Sample((shape, width, height, x, y) =>
        {
            var crop = Shapes.CropOf(shape, width, height, new Focus(x, y));
            Assert.True(crop is { X: >= 0, Y: >= 0, Width: > 0, Height: > 0 } && crop.X + crop.Width <= width && crop.Y + crop.Height <= height, $"{crop} of {width} by {height}");
            Assert.InRange(width * x / 100.0, crop.X - 1, crop.X + crop.Width + 1);
            Assert.InRange(height * y / 100.0, crop.Y - 1, crop.Y + crop.Height + 1);
            foreach (var rendition in Rendition.All(width, height, new Focus(x, y)))
            {
                Assert.Equal(rendition.Shape is PictureShape.Full ? rendition with { Focus = Focus.Centre } : rendition, Rendition.Of(rendition.Name));
                Assert.True(rendition.IsOf(width, height) && rendition.Width <= width, rendition.Name);
            }
        });

    [Theory]
    [InlineData("800.gif")]
    [InlineData("0.jpg")]
    [InlineData("800-50-50.jpg")]
    [InlineData("wide-800.jpg")]
    [InlineData("wide-800-50-101.jpg")]
    [InlineData("full-800-50-50.jpg")]
    [InlineData("../800.jpg")]
    [InlineData("800.jpg\n")]
    [InlineData("wide-0800-50-50.avif")]
    public void What_is_no_name_of_a_rendition_is_none(string name) => Assert.Null(Rendition.Of(name));

    [Fact]
    public void No_rendition_is_larger_than_its_picture_and_a_small_one_comes_as_it_is()
    {
        Assert.Equal([160, 480, 800, 1200, 1600], Shapes.WidthsOf(PictureShape.Full, 4000, 3000));
        Assert.Equal([160, 300], Shapes.WidthsOf(PictureShape.Full, 300, 200));
        Assert.Equal([30], Shapes.WidthsOf(PictureShape.Full, 30, 20));
        Assert.Equal([480, 800], Shapes.WidthsOf(PictureShape.Wide, 800, 600));
        Assert.Equal(450, Shapes.HeightOf(PictureShape.Wide, 800, 800, 600));
    }
}
