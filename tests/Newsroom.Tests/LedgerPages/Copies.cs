using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.LedgerPages;

/// <summary>Copy in which people say things.</summary>
internal static class Copies
{
    public const string First = "The ferry ran aground at noon, Jure Perić said.";

    public static Copy Ferry(string headline = "Ferry aground off Vis") => new()
    {
        Headline = headline,
        Section = "region",
        Credit = "Courier",
        Body =
        [
            new Paragraph(new RichText([new Run("The ferry ran "), new Run("aground", RunStyle.Bold), new Run(" at noon, Jure Perić said.")])),
            new Heading(RichText.Of("What is known")),
            new BulletList(false, [RichText.Of("Nobody is hurt."), RichText.Of("The harbour office said the sea was calm.")]),
            new Paragraph(RichText.Of("Rain is expected in the evening.")),
        ],
    };
}
