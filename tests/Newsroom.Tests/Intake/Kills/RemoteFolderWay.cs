using System.Globalization;
using System.Runtime.Versioning;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>A folder of a real OpenSSH or FTP server, in which every file must lie untouched in the end.</summary>
internal sealed class RemoteFolderWay : WayIn
{
    private readonly IDisposable server;
    private readonly string folder;

    private RemoteFolderWay(string name, IDisposable server, string folder, Func<RemoteFolderWay, Source> source) : base(name)
    {
        (this.server, this.folder) = (server, folder);
        Sources = [source(this)];
    }

    public override IReadOnlyList<Source> Sources { get; }

    public static async Task<WayIn> SftpAsync(Secrets secrets)
    {
        var server = await SshServer.StartAsync();
        var login = secrets.Seal(new SourceLogin(Environment.UserName, Key: server.UserKey));
        return new RemoteFolderWay("sftp", server, server.Folder, way => way.Source(SourceKind.Sftp, string.Create(CultureInfo.InvariantCulture, $"sftp://{SshServer.OtherHost}:{server.Port}{server.Folder}"), secret: login));
    }

    [SupportedOSPlatform("linux")]
    public static async Task<WayIn> FtpAsync(Secrets secrets)
    {
        var server = await FtpServer.StartAsync("ftp");
        var login = secrets.Seal(new SourceLogin(FtpServer.User, FtpServer.Password));
        return new RemoteFolderWay("ftp", server, server.Folder, way => way.Source(SourceKind.Ftp, server.Address + "/wires", secret: login));
    }

    public override Task SendAsync(int first, int count, SeparateProgram program, CancellationToken cancel) => DropAsync(folder, first, count, cancel);

    public override async Task<string?> WrongAsync(int items, CancellationToken cancel)
    {
        for (var number = 0; number < items; number++)
        {
            var file = Path.Combine(folder, FileName(number));
            if (!File.Exists(file) || !(await File.ReadAllBytesAsync(file, cancel)).AsSpan().SequenceEqual(Document(number)))
                return $"{FileName(number)} does not lie on the server as it was sent.";
        }

        return null;
    }

    public override ValueTask DisposeAsync()
    {
        server.Dispose();
        return ValueTask.CompletedTask;
    }
}
