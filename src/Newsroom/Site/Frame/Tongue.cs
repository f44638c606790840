using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Wireroom.Language.Scripts;

namespace Wireroom.Newsroom.Site.Frame;

/// <summary>The <c>lang</c> and <c>dir</c> attributes of a passage; nothing where it is in the page's own language (WCAG 3.1.2).</summary>
public sealed class Tongue(string language, string pageLanguage) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (language.Length == 0 || string.Equals(language, pageLanguage, StringComparison.OrdinalIgnoreCase))
            return;
        writer.Write(" lang=\"");
        encoder.Encode(writer, language);
        writer.Write("\"");
        if (ScriptDirection.IsRightToLeft(language) != ScriptDirection.IsRightToLeft(pageLanguage))
            writer.Write($" dir=\"{ScriptDirection.Of(language)}\"");
    }
}
