using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Wireroom.Newsroom.Host;
using Wireroom.Newsroom.Intake;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Cli.Import;

/// <summary><c>wireroom import PATH…</c>: takes in files and folders of wires. Ends with 0 where all was read, 1 where some was not, 2 where it was asked wrongly.</summary>
internal static class ImportCommand
{
    private const string DefaultSource = "import";

    private static readonly Argument<string[]> Paths = new("PATH") { Description = "Files, and folders with all that lies in them.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string> Source = new("--source")
    {
        Description = "Slug of the source that it comes from; made where there is none.", HelpName = "S", DefaultValueFactory = _ => DefaultSource,
    };

    private static readonly Option<bool> Release = new("--release")
    {
        Description = "Release it at once, under its own date and with a working title where it has no headline; never over an embargo or a hold.",
    };

    private static readonly Option<string?> Date = new("--date")
    {
        Description = "Date of documents that carry none (2026-03-03 or 2026-03-03T14:05+01:00); otherwise the file's own time, marked as guessed.", HelpName = "D",
    };

    private static readonly Option<string?> Section = new("--section") { Description = "Section for all of it, whatever it says itself.", HelpName = "S" };

    public static Command Make()
    {
        var command = new Command("import", "Takes in files and folders of wires.") { Paths, Source, Release, Date, Section };
        command.SetAction(ImportAsync);
        return command;
    }

    private static async Task<int> ImportAsync(ParseResult parsed, CancellationToken cancel)
    {
        var order = new ImportOrder(parsed.GetValue(Paths)!, parsed.GetValue(Source)!)
        {
            Release = parsed.GetValue(Release), Date = ReadDate(parsed.GetValue(Date)), Section = parsed.GetValue(Section),
        };
        if (Slug.Of(order.Source) != order.Source)
            throw new UsageException($"\"{order.Source}\" is no slug of a source: write it in small letters, digits and hyphens, such as {Slug.Of(order.Source)}.");
        var files = ImportFiles.Find(order.Paths);
        if (files.Count == 0)
            throw new UsageException($"There are no files in {string.Join(", ", order.Paths)}.");

        var clock = TimeProvider.System;
        var store = await Store.OpenAsync(GlobalOptions.Store(parsed), clock, cancel).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            await PrepareAsync(store, order, cancel).ConfigureAwait(false);
            var summary = new ImportSummary();
            var begun = clock.GetTimestamp();
            try
            {
                var run = new ImportRun(store, new Arrive(store, clock), order);
                await ImportProgress.ShowAsync(files.Count, report => run.RunAsync(files, summary, report, cancel)).ConfigureAwait(false);
            }
            catch (StoreException fault)
            {
                throw new StoreException($"{fault.Message} {summary.Files} of {files.Count} files were taken in; run the same command again, nothing is taken twice.", fault);
            }

            foreach (var line in summary.Lines(clock.GetElapsedTime(begun)))
                await Console.Out.WriteLineAsync(line).ConfigureAwait(false);
            return summary.AllRead ? 0 : 1;
        }
    }

    private static async Task PrepareAsync(Store store, ImportOrder order, CancellationToken cancel)
    {
        await FirstSections.LayAsync(store, cancel).ConfigureAwait(false);
        var sections = await store.SectionsAsync(cancel).ConfigureAwait(false);
        if (order.Section is { } asked && sections.All(section => section.Slug != asked))
            throw new UsageException($"There is no section \"{asked}\"; there are {string.Join(", ", sections.Select(section => section.Slug))}.");
        if (await store.FindSourceAsync(order.Source, cancel).ConfigureAwait(false) is null)
        {
            var name = order.Source == DefaultSource ? "Imported files" : order.Source;
            await store.SaveSourceAsync(new Source { Slug = order.Source, Name = name, Kind = SourceKind.Import }, cancel).ConfigureAwait(false);
        }
    }

    private static DateTimeOffset? ReadDate(string? text)
    {
        if (text is null)
            return null;
        string[] forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];
        return DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : throw new UsageException($"\"{text}\" is no date; write 2026-03-03, or 2026-03-03T14:05+01:00.");
    }
}
