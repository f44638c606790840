using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Dedupe;

/// <summary>
/// What counts as the content of an item: what a reader would see, and what the sender wants done with it. Dates, keywords and the addresses of pictures
/// are left out: feeds write them anew at every poll.
/// </summary>
public static class ContentHash
{
    /// <summary>The hash, as 40 hexadecimal digits.</summary>
    public static string Of(WireItem item)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, item.Signal.ToString());
        Add(hash, item.PubStatus);
        foreach (var headline in item.Headlines)
            Add(hash, headline.Text);
        Add(hash, item.Standfirst);
        Add(hash, item.Dateline);
        Add(hash, item.Byline);
        Add(hash, item.EdNote);
        Add(hash, item.Embargo?.AsSent);
        foreach (var block in item.Body)
            Add(hash, block);
        foreach (var media in item.Media)
            Add(hash, media);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..40];
    }

    private static void Add(IncrementalHash hash, WireBlock block)
    {
        Add(hash, block.GetType().Name);
        switch (block)
        {
            case WireParagraph paragraph:
                Add(hash, paragraph.Runs);
                break;
            case WireHeading heading:
                Add(hash, heading.Level.ToString(CultureInfo.InvariantCulture));
                Add(hash, heading.Runs);
                break;
            case WireQuote quote:
                foreach (var paragraph in quote.Paragraphs)
                    Add(hash, paragraph);
                Add(hash, quote.Attribution);
                break;
            case WireList list:
                foreach (var line in list.Items)
                    Add(hash, line);
                break;
            case WireTable table:
                Add(hash, table.Caption);
                foreach (var row in table.Rows)
                {
                    Add(hash, "row");
                    foreach (var cell in row)
                        Add(hash, cell.Text);
                }

                break;
            case WirePreformatted lines:
                Add(hash, lines.Text);
                break;
            case WirePicture picture:
                Add(hash, picture.Media);
                break;
            case WireEmbed embed:
                Add(hash, embed.Href);
                Add(hash, embed.Title);
                break;
        }
    }

    private static void Add(IncrementalHash hash, WireMedia media)
    {
        Add(hash, media.Caption);
        Add(hash, media.AltText);
        Add(hash, media.Credit);
    }

    private static void Add(IncrementalHash hash, IReadOnlyList<WireRun> runs)
    {
        foreach (var run in runs)
        {
            Add(hash, run.Text);
            Add(hash, run.Href);
        }
    }

    /// <summary>Each text with its length before it, so that no two different rows of texts look alike.</summary>
    private static void Add(IncrementalHash hash, string? text)
    {
        var bytes = Encoding.UTF8.GetBytes(text ?? "");
        Span<byte> length = stackalloc byte[4];
        BitConverter.TryWriteBytes(length, text is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
