using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>Three folders of a real Dovecot: one that stays as it is, one whose messages are marked as seen when they are taken, and one whose messages are moved.</summary>
[SupportedOSPlatform("linux")]
internal sealed class MailWay : WayIn
{
    private static readonly (string Folder, string After)[] Folders = [("INBOX", ""), ("Marked", "seen"), ("Emptied", "move Taken")];

    private readonly ImapServer server;

    private MailWay(ImapServer server, Secrets secrets) : base("imap")
    {
        this.server = server;
        var login = secrets.Seal(new SourceLogin(ImapServer.User, ImapServer.Password, server.Certificate));
        Sources = [.. Folders.Select(folder =>
            Source(SourceKind.Imap, string.Create(CultureInfo.InvariantCulture, $"imap://127.0.0.1:{server.Port}/{folder.Folder}"), "-" + folder.Folder.ToLowerInvariant(), login) with { AfterTaking = folder.After })];
    }

    public override IReadOnlyList<Source> Sources { get; }

    public static async Task<WayIn> StartAsync(Secrets secrets)
    {
        var server = await ImapServer.StartAsync();
        foreach (var (folder, _) in Folders)
            await server.AppendAsync(folder, [], TestContext.Current.CancellationToken); // the program finds each from the beginning
        return new MailWay(server, secrets);
    }

    public override Task SendAsync(int first, int count, SeparateProgram program, CancellationToken cancel) => Task.WhenAll(Folders.Select((folder, place) =>
        server.AppendAsync(folder.Folder, Enumerable.Range(first, count).Where(number => number % Folders.Length == place).Select(Document), cancel)));

    public override byte[] Document(int number) => Encoding.ASCII.GetBytes(
        $"""
        From: Adria <desk@adria.example>
        To: desk@courier.example
        Date: Tue, 03 Mar 2026 12:00:00 +0000
        Subject: {Headline(number)}
        Message-Id: <{number}@adria.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        {Text(number)}

        """.ReplaceLineEndings("\r\n"));

    public override async Task<string?> WrongAsync(int items, CancellationToken cancel)
    {
        var wrong = new List<string?>();
        for (var place = 0; place < Folders.Length; place++)
        {
            var sent = Enumerable.Range(0, items).Where(number => number % Folders.Length == place).Select(Headline).Order().ToList();
            var (folder, after) = Folders[place];
            var lies = await server.LiesInAsync(folder, cancel);
            var moves = after.StartsWith("move ", StringComparison.Ordinal);
            if (moves && lies.Count > 0)
                wrong.Add($"{lies.Count} messages were taken and not moved.");
            if (moves)
                lies = await server.LiesInAsync(after["move ".Length..], cancel);
            if (!lies.Select(message => message.Subject).Order().SequenceEqual(sent))
                wrong.Add($"{lies.Count} messages lie where {sent.Count} should.");
            if (!moves && lies.Count(message => message.Seen != (after == "seen")) is > 0 and var count)
                wrong.Add($"{count} messages of {folder} are {(after == "seen" ? "not " : "")}marked as seen.");
        }

        return wrong.Count == 0 ? null : string.Join(' ', wrong);
    }

    public override ValueTask DisposeAsync()
    {
        server.Dispose();
        return ValueTask.CompletedTask;
    }
}
