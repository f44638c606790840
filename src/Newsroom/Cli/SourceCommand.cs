using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Spectre.Console;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Desk.Sources;
using Wireroom.Newsroom.Host;
using Wireroom.Newsroom.Intake;
using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Newsroom.Intake.Ftp;
using Wireroom.Newsroom.Intake.Imap;
using Wireroom.Newsroom.Intake.Sftp;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Cli;

/// <summary><c>wireroom source</c>: the sources of wires, as on the desk's page of sources.</summary>
internal static class SourceCommand
{
    private static readonly Argument<string> Address = new("ADDRESS") { Description = "Address of a feed, of a site that names its feeds, of a server's folder (sftp:, ftp:, ftpes:, ftps:) or of a mailbox (imaps:, imap:); or the path of a folder." };
    private static readonly Argument<string> Name = new("SOURCE") { Description = "The source's short name, as \"wireroom source list\" shows it." };
    private static readonly Argument<FileInfo> List = new("FILE") { Description = "An OPML file." };
    private static readonly Option<string?> Title = new("--name") { Description = "Name for people; without it, what the feed calls itself.", HelpName = "NAME" };
    private static readonly Option<string?> Credit = new("--credit") { Description = "Agency line where the copy carries none.", HelpName = "TEXT" };
    private static readonly Option<string?> Section = new("--section") { Description = "Section where it cannot be told.", HelpName = "SLUG" };
    private static readonly Option<int> Minutes = new("--minutes") { Description = "Minutes between polls.", HelpName = "N", DefaultValueFactory = _ => 5 };
    private static readonly Option<int> Expect = new("--expect") { Description = "Tell the desk when nothing new has come for so many minutes.", HelpName = "N" };
    private static readonly Option<string?> User = new("--user") { Description = "User name; the password is read from the first line of standard input.", HelpName = "NAME" };
    private static readonly Option<FileInfo?> KeyFile = new("--key") { Description = "File with the private key (SFTP), or with the server's own certificate in PEM (FTP, IMAP), or with a bearer token (feeds).", HelpName = "FILE" };
    private static readonly Option<string?> OnDesk = new("--desk") { Description = "Desk where no rule says another.", HelpName = "SLUG" };
    private static readonly Option<string?> After = new("--after") { Description = "What is done with a message that has been taken: \"seen\", or \"move FOLDER\".", HelpName = "WHAT" };
    private static readonly Option<bool> Follow = new("--follow") { Description = "What is out as it came follows the wire's updates by itself." };
    private static readonly Option<bool> AllowInner = new("--allow-inner") { Description = "Let the address lie on this machine or on a private network." };

    public static Command Make() => new("source", "The sources of wires.")
    {
        With(new Command("list", "Lists the sources and how each does."), ListAsync),
        With(new Command("try", "Shows what a source would bring, and keeps nothing.") { Address, User, KeyFile, AllowInner }, TryAsync),
        With(new Command("add", "Adds a source that can be read, and shows what it would bring.") { Address, Title, Credit, Section, OnDesk, Minutes, Expect, User, KeyFile, After, Follow, AllowInner }, AddAsync),
        With(new Command("pause", "Fetches nothing from a source until it is resumed.") { Name }, (store, parsed, cancel) => PauseAsync(store, parsed, true, cancel)),
        With(new Command("resume", "Goes on with a source.") { Name }, (store, parsed, cancel) => PauseAsync(store, parsed, false, cancel)),
        With(new Command("remove", "Removes a source; what it sent stays.") { Name }, RemoveAsync),
        With(new Command("import", "Adds the feeds of an OPML list, paused.") { List }, ImportAsync),
        With(new Command("export", "Prints all feeds as an OPML list."), ExportAsync),
    };

    private static Command With(Command command, Func<Store, ParseResult, CancellationToken, Task<int>> work) =>
        command.Does("source", work, parsed => command.Arguments.Contains(Name) ? parsed.GetValue(Name) : command.Arguments.Contains(Address) ? parsed.GetValue(Address) : null);

    private static async Task<int> ListAsync(Store store, ParseResult parsed, CancellationToken cancel)
    {
        var health = await store.HealthAsync(cancel).ConfigureAwait(false);
        var table = new Spectre.Console.Table().AddColumns("source", "by", "state", "documents in 24 h", "last news", "address");
        foreach (var source in await store.SourcesAsync(cancel).ConfigureAwait(false))
        {
            var line = new SourceLine(source, await store.PollStateAsync(source.Slug, cancel).ConfigureAwait(false), health.GetValueOrDefault(source.Slug));
            var state = source.Paused ? "paused" : line.Poll.Failures > 0 ? $"failing: {line.Poll.LastFault}" : line.IsSilent(TimeProvider.System.GetUtcNow()) ? "silent" : "running";
            table.AddRow(
                new[]
                {
                    source.Slug, source.Kind.ToString().ToLowerInvariant(), state, (line.Health?.Documents ?? 0).ToString(CultureInfo.InvariantCulture),
                    line.Health?.LastNewsAt?.ToString("yyyy-MM-dd HH:mm 'GMT'", CultureInfo.InvariantCulture) ?? "", source.Address,
                }.Select(Markup.Escape).ToArray());
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<int> TryAsync(Store store, ParseResult parsed, CancellationToken cancel)
    {
        var address = parsed.GetValue(Address)!;
        using var http = new GuardedHttp(parsed.GetValue(AllowInner));
        var (trials, secrets) = Trials(store, parsed, http);
        var source = new Source { Slug = "", Name = address, Kind = SourceForm.KindOf(address) ?? SourceKind.Feed, Address = address };
        Refuse(source);
        source = source with { Secret = secrets.Seal(await LoginAsync(parsed, cancel).ConfigureAwait(false)) };
        var trial = await trials.TryAsync(source, cancel).ConfigureAwait(false);
        return await ShowAsync(trial).ConfigureAwait(false) ? 0 : 1;
    }

    private static async Task<int> AddAsync(Store store, ParseResult parsed, CancellationToken cancel)
    {
        var address = parsed.GetValue(Address)!;
        var isFolder = !address.Contains("://", StringComparison.Ordinal);
        using var http = new GuardedHttp(parsed.GetValue(AllowInner));
        var (trials, secrets) = Trials(store, parsed, http);
        var source = new Source
        {
            Slug = "", Name = parsed.GetValue(Title) ?? "", Kind = isFolder ? SourceKind.Folder : SourceForm.KindOf(address) ?? SourceKind.Feed, Address = isFolder ? Path.GetFullPath(address) : address,
            Credit = parsed.GetValue(Credit) ?? "", Section = parsed.GetValue(Section) ?? "", Desk = parsed.GetValue(OnDesk) ?? "", AfterTaking = parsed.GetValue(After) ?? "", IntervalSeconds = Math.Clamp(parsed.GetValue(Minutes), 1, 1440) * 60,
            ExpectMinutes = Math.Max(0, parsed.GetValue(Expect)), Follows = parsed.GetValue(Follow),
        };
        Refuse(source);
        source = source with { Secret = secrets.Seal(await LoginAsync(parsed, cancel).ConfigureAwait(false)) };
        if (source.AfterTaking is not ("" or "seen") && !source.AfterTaking.StartsWith("move ", StringComparison.Ordinal))
            throw new UsageException($"\"{source.AfterTaking}\" is nothing that can be done with a message; write \"seen\" or \"move FOLDER\".");
        if (source.Desk.Length > 0 && (await store.DesksAsync(cancel).ConfigureAwait(false)).All(desk => desk.Slug != source.Desk))
            throw new UsageException($"There is no desk \"{source.Desk}\"; add it under Settings at the desk.");
        if (isFolder)
        {
            if (!Directory.Exists(source.Address))
                throw new UsageException($"There is no folder {source.Address}.");
            source = source with { Name = source.Name.Length > 0 ? source.Name : Path.GetFileName(Path.TrimEndingDirectorySeparator(source.Address)) };
        }
        else
        {
            var trial = await trials.TryAsync(source, cancel).ConfigureAwait(false);
            if (trial.Feeds is [var only])
            {
                source = source with { Address = only.Address };
                Refuse(source);
                trial = await trials.TryAsync(source, cancel).ConfigureAwait(false);
            }

            if (!await ShowAsync(trial).ConfigureAwait(false) || trial.Feeds.Count > 0)
                return 1;
            source = source with { Name = source.Name.Length > 0 ? source.Name : trial.Title };
        }

        Refuse(source, isNamed: true);
        source = source with { Slug = Slug.Of(source.Name) };
        if (await store.FindSourceAsync(source.Slug, cancel).ConfigureAwait(false) is not null)
            throw new UsageException($"There is a source \"{source.Slug}\" already; give another --name.");
        await store.SaveSourceAsync(source, cancel).ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"{source.Slug} was added.").ConfigureAwait(false);
        return 0;
    }

    /// <summary>What the desk's form would refuse is refused here as well: an address with a password in it, for one. The name may yet be the feed's own.</summary>
    private static void Refuse(Source source, bool isNamed = false)
    {
        var form = new SourceForm(isNamed || source.Name.Length > 0 ? source : source with { Name = "new" }, "", "", "", Forget: false);
        if (form.WhatIsWrong() is { } fault)
            throw new UsageException(fault);
    }

    private static async Task<int> PauseAsync(Store store, ParseResult parsed, bool pause, CancellationToken cancel)
    {
        await store.SaveSourceAsync(await FindAsync(store, parsed, cancel).ConfigureAwait(false) with { Paused = pause }, cancel).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> RemoveAsync(Store store, ParseResult parsed, CancellationToken cancel)
    {
        await store.RemoveSourceAsync((await FindAsync(store, parsed, cancel).ConfigureAwait(false)).Slug, cancel).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> ImportAsync(Store store, ParseResult parsed, CancellationToken cancel)
    {
        var file = parsed.GetValue(List)!;
        if (!file.Exists)
            throw new UsageException($"There is no file {file.FullName}.");
        var stream = file.OpenRead();
        await using (stream.ConfigureAwait(false))
        {
            var (feeds, fault) = Opml.Read(stream, await store.SectionsAsync(cancel).ConfigureAwait(false));
            if (fault.Length > 0)
                throw new UsageException(fault);
            var (added, known) = await OpmlEndpoints.AddAsync(store, feeds, cancel).ConfigureAwait(false);
            await Console.Out.WriteLineAsync($"{added} feeds were added, paused until they are resumed; {known} were here already.").ConfigureAwait(false);
        }

        return 0;
    }

    private static async Task<int> ExportAsync(Store store, ParseResult parsed, CancellationToken cancel)
    {
        await Console.Out.WriteLineAsync(Opml.Write((await store.MastheadAsync(cancel).ConfigureAwait(false)).Name, await store.SourcesAsync(cancel).ConfigureAwait(false))).ConfigureAwait(false);
        return 0;
    }

    private static async Task<Source> FindAsync(Store store, ParseResult parsed, CancellationToken cancel) =>
        await store.FindSourceAsync(parsed.GetValue(Name)!, cancel).ConfigureAwait(false) ?? throw new UsageException($"There is no source \"{parsed.GetValue(Name)}\".");

    private static (SourceTrials Trials, Secrets Secrets) Trials(Store store, ParseResult parsed, GuardedHttp http)
    {
        var secrets = new Secrets(DataProtectionProvider.Create(SessionKeys.Folder(GlobalOptions.Store(parsed)), keys => keys.SetApplicationName(SessionKeys.Application)));
        var (outgoing, clock) = (new Outgoing(parsed.GetValue(AllowInner)), TimeProvider.System);
        var arrive = new Arrive(store, clock);
        var trials = new SourceTrials(
            store, new FetchFeed(http, new FeedLimits(), clock), new PollSftp(store, arrive, outgoing, secrets, clock), new PollFtp(store, arrive, outgoing, secrets, clock),
            new ReadMailbox(store, arrive, outgoing, secrets, clock), secrets);
        return (trials, secrets);
    }

    private static async Task<SourceLogin> LoginAsync(ParseResult parsed, CancellationToken cancel)
    {
        var key = parsed.GetValue(KeyFile) switch
        {
            null => "",
            { Exists: true } file => (await File.ReadAllTextAsync(file.FullName, cancel).ConfigureAwait(false)).Trim(),
            var missing => throw new UsageException($"There is no file {missing.FullName}."),
        };
        return parsed.GetValue(User) is { Length: > 0 } user
            ? new SourceLogin(user, await Console.In.ReadLineAsync(cancel).ConfigureAwait(false) ?? "", key)
            : new SourceLogin(Key: key);
    }

    /// <summary>Prints what a source would bring; false where nothing could be had.</summary>
    private static async Task<bool> ShowAsync(SourceTrial trial)
    {
        foreach (var (address, title) in trial.Feeds)
            await Console.Out.WriteLineAsync($"{address}  {title}").ConfigureAwait(false);
        if (trial.Feeds.Count > 0)
            await Console.Out.WriteLineAsync("The site names these feeds; give the address of one.").ConfigureAwait(false);
        if (trial.Fault.Length > 0)
            await Console.Error.WriteLineAsync($"wireroom: {trial.Fault}").ConfigureAwait(false);
        if (trial.Found.Length > 0)
            await Console.Out.WriteLineAsync(trial.Found).ConfigureAwait(false);
        if (trial.Count > 0)
            await Console.Out.WriteLineAsync($"{trial.Format}, {trial.Count} items").ConfigureAwait(false);
        foreach (var copy in trial.Items)
            await Console.Out.WriteLineAsync($"  {copy.Headline}").ConfigureAwait(false);
        foreach (var fault in trial.Faults)
            await Console.Out.WriteLineAsync($"  note: {fault.Message}").ConfigureAwait(false);
        return trial.Fault.Length == 0;
    }
}
