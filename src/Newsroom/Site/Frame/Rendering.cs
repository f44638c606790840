using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using RazorSlices;
using Wireroom.Newsroom.Paper.Ready;

namespace Wireroom.Newsroom.Site.Frame;

/// <summary>Turns slices into bytes.</summary>
internal static class Rendering
{
    /// <summary>Escapes what HTML needs escaped and leaves letters of every script as they are.</summary>
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    public static async Task<byte[]> ToBytesAsync(RazorSlice slice, CancellationToken cancel)
    {
        using (slice)
        {
            using var bytes = new MemoryStream(16 * 1024);
            var writer = PipeWriter.Create(bytes, new StreamPipeWriterOptions(minimumBufferSize: 16 * 1024, leaveOpen: true));
            await slice.RenderAsync(writer, Encoder, cancel).ConfigureAwait(false);
            await writer.CompleteAsync().ConfigureAwait(false);
            return bytes.ToArray();
        }
    }

    public static async Task<Rendered> ToPageAsync(RazorSlice slice, CancellationToken cancel, int status = StatusCodes.Status200OK) =>
        new(status, "text/html; charset=utf-8", await ToBytesAsync(slice, cancel).ConfigureAwait(false));
}
