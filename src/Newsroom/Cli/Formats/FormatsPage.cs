using System.Text;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Cli.Formats;

/// <summary>Makes docs/formats.md: <c>wireroom formats --markdown</c>.</summary>
internal static class FormatsPage
{
    private const string Opening = """
        # The formats

        Made from the code by `wireroom formats --markdown`; a test fails where it is not the same.


        """;

    private const string Reading = """

        ## Reading: what an item holds afterwards

        ● kept. Empty: documents of the format do not say it, or what they say has no place in an item; then it stands in `dropped`, by the document's own name.


        """;

    private const string Writing = """

        ## Writing: what a document holds afterwards

        ● kept. ○ dropped, and named on standard error as `lost-…`. Part of what is kept may be dropped too, and is named the same.


        """;

    private const string Signals = """

        ## Writing: signals and embargoes

        ● kept. ○ the copy is written, the signal is dropped and named. ✕ refused: what must not be printed is left out, and named, rather than sent as if it were copy.


        """;

    public static string Make()
    {
        var page = new StringBuilder(Opening.ReplaceLineEndings("\n"));
        Row(page, ["name", "format", "read", "written", "media type"]);
        Rule(page, 5);
        foreach (var facts in FormatFacts.All)
            Row(page, [$"`{facts.Format.Name}`", facts.Format.Title, "●", facts.Format.CanWrite ? "●" : "", facts.Format.MediaType]);

        // What is read is the same for both editions of a format; its first name stands for both.
        page.Append(Reading.ReplaceLineEndings("\n"));
        Table(page, FormatFacts.Fields, FormatFacts.All, (facts, field) => facts.Reading[field] == Fate.Kept ? "●" : "");
        var written = FormatFacts.All.Where(facts => facts.Format.CanWrite).ToList();
        page.Append(Writing.ReplaceLineEndings("\n"));
        Table(page, FormatFacts.Fields, written, (facts, field) => Sign(facts.Writing[field]));
        page.Append(Signals.ReplaceLineEndings("\n"));
        Table(page, Enum.GetNames<WireSignal>(), written, (facts, signal) => Sign(facts.Signalling[Enum.Parse<WireSignal>(signal)]), name => name.ToLowerInvariant());
        Row(page, ["embargo that runs", .. written.Select(facts => Sign(facts.Embargoed!.Value))]);
        Row(page, ["embargo that is no time", .. written.Select(facts => Sign(facts.EmbargoedWithoutTime!.Value))]);
        return page.ToString();
    }

    private static void Table(StringBuilder page, IReadOnlyList<string> rows, IReadOnlyList<FormatFacts> formats, Func<FormatFacts, string, string> cell, Func<string, string>? name = null)
    {
        Row(page, ["", .. formats.Select(facts => facts.Format.Name)]);
        Rule(page, formats.Count + 1);
        foreach (var row in rows)
            Row(page, [name?.Invoke(row) ?? row, .. formats.Select(facts => cell(facts, row))]);
    }

    private static string Sign(Fate fate) => fate switch { Fate.Kept => "●", Fate.Dropped => "○", _ => "✕" };

    private static void Row(StringBuilder page, IReadOnlyList<string> cells) => page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static void Rule(StringBuilder page, int columns) => page.Append('|').Insert(page.Length, "---|", columns).Append('\n');
}
