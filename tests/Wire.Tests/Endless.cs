using System.Text;

namespace Wireroom.Wire.Tests;

/// <summary>A document that begins, then says the same for as long as asked, and ends as it is told to, without being held in memory.</summary>
internal sealed class Endless(string start, string piece, long total, string last = "") : Stream
{
    private readonly byte[] first = Encoding.UTF8.GetBytes(start);
    private readonly byte[] again = Encoding.UTF8.GetBytes(piece);
    private readonly byte[] end = Encoding.UTF8.GetBytes(last);
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => total + end.Length;

    public override long Position { get => position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var taken = (int)Math.Min(count, Length - position);
        for (var at = 0; at < taken; at++, position++)
        {
            buffer[offset + at] = position < first.Length ? first[position] : position >= total ? end[position - total] : again[(position - first.Length) % again.Length];
        }

        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
