using System.Text;

namespace Wireroom.Wire.Tests;

/// <summary>Tags whose attributes end where no name begins: each once held a reader for ever.</summary>
public sealed class StuckTagTests
{
    [Theory]
    [InlineData("<rss version=\"2.0\"><channel><item><title>One</title><guid-i=\"a<b>c\" x=\"y\"/></item></channel></rss>")]
    [InlineData("<rss version=\"2.0\"><channel><item><title>One</title><guid a=b>\"'>=<x =\"></item></channel></rss>")]
    [InlineData("<rss version=\"2.0\"><channel><item a=\">\" >'=\"\"<<>><title>One</title></item></channel></rss>")]
    public async Task Every_tag_is_read_to_its_end(string document)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        foreach (var format in WireFormats.All)
        {
            var reading = Task.Run(() => format.Read(WireInput.Of(bytes), new WireDocument()), TestContext.Current.CancellationToken);
            await reading.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }
    }
}
