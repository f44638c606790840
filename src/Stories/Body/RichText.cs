using System.Text;

namespace Wireroom.Stories.Body;

/// <summary>Text in runs of one style each.</summary>
public sealed record RichText(IReadOnlyList<Run> Runs)
{
    /// <summary>Plain text without style.</summary>
    public static RichText Of(string text) => new([new Run(text)]);

    /// <summary>The text without its styles.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Plain
    {
        get
        {
            if (Runs.Count == 1)
                return Runs[0].Text;
            var plain = new StringBuilder();
            foreach (var run in Runs)
                plain.Append(run.Text);
            return plain.ToString();
        }
    }

    /// <summary>Equal where the runs are equal, one by one.</summary>
    public bool Equals(RichText? other) => other is not null && Runs.SequenceEqual(other.Runs);

    /// <inheritdoc/>
    public override int GetHashCode() => Plain.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A run of text in one style; <see cref="Href"/> is an absolute http, https, mailto or tel address, or null.</summary>
public sealed record Run(string Text, RunStyle Style = RunStyle.None, string? Href = null);

/// <summary>The styles of a run.</summary>
[Flags]
public enum RunStyle
{
    /// <summary>Plain.</summary>
    None = 0,

    /// <summary>Strong.</summary>
    Bold = 1,

    /// <summary>Emphasis.</summary>
    Italic = 2,

    /// <summary>Above the line.</summary>
    Superscript = 4,

    /// <summary>Below the line.</summary>
    Subscript = 8,
}
