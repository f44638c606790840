using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Frame;

/// <summary>A story in a list: headline with its lead and small facts.</summary>
public sealed record Teaser(Edition Edition, ReleasedRow Row)
{
    /// <summary>True where the list mixes sections.</summary>
    public bool ShowsSection { get; init; }

    /// <summary>True where the picture is shown.</summary>
    public bool ShowsPicture { get; init; }

    /// <summary>Where the picture stands.</summary>
    public PicturePlace Place { get; init; } = PicturePlace.Second;

    /// <summary>Level of the headline's heading.</summary>
    public int Level { get; init; } = 2;

    /// <summary>Words to mark, or none.</summary>
    public Highlight Highlight { get; init; } = Highlight.None;

    /// <summary>The story's language where it is not the page's.</summary>
    public Tongue Tongue => new(Row.Language, Edition.Words.Language);

    /// <summary>Whose copy it is, what happened to the story since, and when.</summary>
    public IHtmlContent Facts => new FactsLine(this);

    private sealed class FactsLine(Teaser teaser) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var (row, words, times) = (teaser.Row, teaser.Edition.Words, teaser.Edition.Times);
            if (row.Credit.Length > 0)
            {
                writer.Write("<span>");
                encoder.Encode(writer, row.Credit);
                writer.Write("</span>");
            }

            if (row.Kind == ReleaseKind.Correction)
            {
                writer.Write("<span><span class=\"mark corrected\">");
                encoder.Encode(writer, words.Corrected);
                writer.Write("</span></span>");
            }

            // The time stands last: it may be said in other words later, and nothing beside it must move.
            writer.Write("<span>");
            if (row.Kind == ReleaseKind.Update)
            {
                encoder.Encode(writer, words.Updated);
                writer.Write(' ');
            }

            times.Short(row.Kind == ReleaseKind.Update ? row.UpdatedAt : row.PublishedAt, teaser.Edition.MadeAt).WriteTo(writer, encoder);
            writer.Write("</span>");
        }
    }
}
