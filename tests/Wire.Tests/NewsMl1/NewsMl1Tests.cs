namespace Wireroom.Wire.Tests.NewsMl1;

public sealed class NewsMl1Tests
{
    [Theory]
    [InlineData("littoral-text.xml", 1)]
    [InlineData("littoral-photo.xml", 1)]
    [InlineData("cantabria-two.xml", 2)]
    [InlineData("hokkaido-1.0.xml", 1)]
    [InlineData("meuse-bilingual.xml", 2)]
    [InlineData("northgate-embargo.xml", 1)]
    [InlineData("kill.xml", 1)]
    [InlineData("adria-multimedia.xml", 1)]
    [InlineData("update-parts.xml", 1)]
    [InlineData("broken-dialect.xml", 1)]
    public void Every_fixture_is_recognised_read_written_and_read_again(string fixture, int items) =>
        Assert.Equal(items, AssertWire.Whole("newsml1/" + fixture, "newsml-1").Items.Count);
}
