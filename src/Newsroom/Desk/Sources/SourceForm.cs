using System.Globalization;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Sources;

/// <summary>A source as it stands in the form, with the login that was typed; passwords are never put back into a page.</summary>
public sealed record SourceForm(Source Source, string User, string Password, string Key, bool Forget)
{
    /// <summary>True where the address names another server than before: the login that was kept is for the old one and is not sent to the new one.</summary>
    public bool LosesLogin { get; private init; }

    /// <summary>Reads the form; <paramref name="basis"/> is the source as saved, or null for a new one.</summary>
    public static SourceForm Read(IFormCollection form, Source? basis, bool mayTrust)
    {
        var name = Line("name", 80);
        var kind = basis?.Kind ?? form["kind"].ToString() switch
        {
            "folder" => SourceKind.Folder,
            "push" => SourceKind.Push,
            "sftp" => SourceKind.Sftp,
            "ftp" => SourceKind.Ftp,
            "imap" => SourceKind.Imap,
            _ => SourceKind.Feed,
        };
        var source = (basis ?? new Source { Slug = Slug.Of(name), Name = name, Kind = kind }) with
        {
            Name = name,
            Address = basis is { Kind: SourceKind.Import } || kind is SourceKind.Push ? "" : Line("address", 2000),
            Credit = Line("credit", 120),
            Section = Line("section", 80),
            Desk = Line("desk", 80),
            Language = Line("language", 35),
            UsageTerms = Line("terms", 500),
            IntervalSeconds = Number("minutes", 1, 1440, 5) * 60,
            ExpectMinutes = Number("expect", 0, 43_200, 0),
            Follows = form["follows"] == "1",
            Trusted = mayTrust ? form["goes-out"] == "always" : basis?.Trusted ?? false,
            RulesRelease = mayTrust ? form["goes-out"] == "rules" : basis?.RulesRelease ?? false,
            AfterTaking = form["after"].ToString() switch
            {
                "seen" => "seen",
                "move" when Line("after-folder", 200) is { Length: > 0 } folder => $"move {folder}",
                _ => "",
            },
        };
        if (basis is null && KindOf(source.Address) is { } told)
            source = source with { Kind = told };
        var leaves = source.Secret is not null && !IsSameServer(basis!.Address, source.Address);
        if (leaves)
            source = source with { Secret = null };
        return new SourceForm(source, Line("user", 200), form["password"].ToString(), form["key"].ToString().Trim(), form["forget"] == "1") { LosesLogin = leaves };

        string Line(string field, int most)
        {
            var line = string.Join(' ', form[field].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return line.Length <= most ? line : line[..most];
        }

        int Number(string field, int least, int most, int usual) =>
            int.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, least, most) : usual;
    }

    /// <summary>The kind that an address tells by its beginning; null for feeds and folders.</summary>
    public static SourceKind? KindOf(string address) => address.Split("://")[0].ToLowerInvariant() switch
    {
        "sftp" => SourceKind.Sftp,
        "ftp" or "ftps" or "ftpes" => SourceKind.Ftp,
        "imap" or "imaps" => SourceKind.Imap,
        _ => null,
    };

    /// <summary>True where a login for the one address may be sent to the other: scheme, host and port are the same.</summary>
    private static bool IsSameServer(string one, string other) =>
        one == other || (Uri.TryCreate(one, UriKind.Absolute, out var before) && Uri.TryCreate(other, UriKind.Absolute, out var after)
            && Uri.Compare(before, after, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0);

    /// <summary>The source with its login sealed: the typed one, the one that it had, or none.</summary>
    public Source Sealed(DeskSources sources) => Forget ? Source with { Secret = null }
        : User.Length + Password.Length + Key.Length > 0 ? Source with { Secret = sources.Seal(User, Password, Key) }
        : Source;

    /// <summary>What is wrong, in a sentence; null where nothing is.</summary>
    public string? WhatIsWrong() => Source switch
    {
        { Name.Length: 0 } => "Give the source a name of at most 80 characters.",
        { Kind: SourceKind.Import or SourceKind.Push } => null,
        { Address.Length: 0 } => "Give the address of the feed or of the site, or the path of the folder.",
        { AfterTaking: var after } when after.StartsWith("move ", StringComparison.Ordinal) && Source.Kind is not SourceKind.Imap => "Only a mailbox has messages that can be moved.",
        { Kind: SourceKind.Folder } when !Path.IsPathFullyQualified(Source.Address) => "A folder's path begins at the root: it must not depend on where the program was started.",
        { Kind: SourceKind.Folder } => null,
        _ when !Uri.TryCreate(Source.Address, UriKind.Absolute, out var uri) || (Source.Kind is SourceKind.Feed ? uri.Scheme is not ("http" or "https") : KindOf(Source.Address) != Source.Kind) => Source.Kind switch
        {
            SourceKind.Sftp => "The address of an SFTP server begins with sftp:// and names its folder.",
            SourceKind.Ftp => "The address of an FTP server begins with ftp://, ftpes:// (TLS from the first command on) or ftps:// (TLS from the start, port 990), and names its folder.",
            SourceKind.Imap => "The address of a mailbox begins with imaps:// or imap:// and may name a folder: imaps://mail.example.org/INBOX",
            _ => "A feed's address begins with http:// or https://.",
        },
        _ when new Uri(Source.Address).UserInfo.Length > 0 => "An address must not hold a name or password; write them into their own fields.",
        _ => null,
    };
}
