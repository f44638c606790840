using System.IO.Pipelines;

namespace Wireroom.Newsroom.Site.Frame;

/// <summary>Takes a page's bytes in memory, in an array that serves one page after another. What is written once need not be flushed.</summary>
internal sealed class PageWriter : PipeWriter
{
    private const int Usual = 32 * 1024;

    /// <summary>A page beyond this is a list of tens of thousands of lines, and its array is not kept for the next.</summary>
    private const int MostKept = 1024 * 1024;

    private byte[] bytes = new byte[Usual];
    private int length;

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => 0;

    /// <summary>Begins a new page.</summary>
    public void Clear()
    {
        length = 0;
        if (bytes.Length > MostKept)
            bytes = new byte[Usual];
    }

    public override void Advance(int bytes) => length += bytes;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return bytes.AsMemory(length);
    }

    public override Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return bytes.AsSpan(length);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => default;

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }

    private void MakeRoom(int sizeHint)
    {
        if (bytes.Length - length < Math.Max(sizeHint, 1))
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + sizeHint));
    }
}
