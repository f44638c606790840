using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Stories;

public sealed class BodyTextTests
{
    [Fact]
    public void Words_are_counted_as_splitting_by_white_space_counts_them()
    {
        const string Letters = "a Zč\t\n\r\u00A0\u2003\u0085-.'8~\u007F ŽШع\U0001F600";
        var random = new Random(7);
        for (var round = 0; round < 5_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(0, 40)).Select(_ => Letters[random.Next(Letters.Length)])]);
            Assert.Equal(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, BodyText.CountWords(text));
        }
    }
}
