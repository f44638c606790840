using System.Globalization;
using System.Text;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Site.Lite;

namespace Wireroom.Newsroom.Site.Machines;

/// <summary><c>/llms.txt</c> (the proposal of llmstxt.org): what stands where, in Markdown, for language models. It is there only where the house wants it.</summary>
public static class ModelsText
{
    /// <summary>Answers with the page, or 404 where the house does not want it.</summary>
    public static Task AnswerAsync(HttpContext context, Answers answers) => answers.PageAsync(context, "/llms.txt", [], static (edition, _) =>
    {
        if (!edition.Masthead.TellsModels)
            return Task.FromResult<Rendered?>(null);
        var (masthead, text) = (edition.Masthead, new StringBuilder());
        text.Append(CultureInfo.InvariantCulture, $"# {masthead.Name}\n\n");
        if (masthead.Tagline.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"> {masthead.Tagline}\n\n");
        text.Append("Stories carry their corrections and every earlier version. A story that was withdrawn answers 410 and must not be quoted.\n\n## Sections\n\n");
        foreach (var section in edition.Sections)
            text.Append(CultureInfo.InvariantCulture, $"- [{section.Name}]({edition.Absolute(LitePages.Of(StoryAddress.OfSection(section.Slug)))}): [feed]({edition.Absolute(FeedAddress.Of(StoryAddress.OfSection(section.Slug), "json"))})\n");
        text.Append(CultureInfo.InvariantCulture, $"""

            ## Everything

            - [Latest]({edition.Absolute(LitePages.Of("/latest"))}): newest first, paged
            - [Feed of whole stories]({edition.Absolute("/feed.json")}): JSON Feed 1.1
            - [Corrections]({edition.Absolute("/corrections")})
            - [About our sources]({edition.Absolute("/sources")})
            - [Site map]({edition.Absolute("/sitemap.xml")})

            """);
        return Task.FromResult<Rendered?>(new Rendered(StatusCodes.Status200OK, "text/markdown; charset=utf-8", Encoding.UTF8.GetBytes(text.ToString())));
    });
}
