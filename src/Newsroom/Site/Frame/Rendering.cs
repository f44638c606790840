using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using RazorSlices;
using Wireroom.Newsroom.Paper.Ready;

namespace Wireroom.Newsroom.Site.Frame;

/// <summary>Turns slices into bytes.</summary>
internal static class Rendering
{
    private static readonly ConcurrentBag<PageWriter> Writers = [];

    /// <summary>Escapes what HTML needs escaped and leaves letters of every script as they are.</summary>
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    public static async Task<byte[]> ToBytesAsync(RazorSlice slice, CancellationToken cancel)
    {
        using (slice)
        {
            if (!Writers.TryTake(out var writer))
                writer = new PageWriter();
            try
            {
                await slice.RenderAsync(writer, Encoder, cancel).ConfigureAwait(false);
                var bytes = GC.AllocateUninitializedArray<byte>(writer.Written.Length); // all of it is written over: clearing a page first costs as much as copying it
                writer.Written.CopyTo(bytes);
                return bytes;
            }
            finally
            {
                writer.Clear();
                Writers.Add(writer);
            }
        }
    }

    public static async Task<Rendered> ToPageAsync(RazorSlice slice, CancellationToken cancel, int status = StatusCodes.Status200OK)
    {
        var bytes = await ToBytesAsync(slice, cancel).ConfigureAwait(false);
        return new Rendered(status, "text/html; charset=utf-8", bytes) { Place = bytes.AsSpan().IndexOf(Inlay.Place) };
    }
}
