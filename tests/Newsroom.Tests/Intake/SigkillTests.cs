using System.Runtime.Versioning;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>
/// The program is killed with SIGKILL at random moments while items come by misbehaving feeds, a hub, a push, a watched folder and servers of SFTP, FTP and IMAP; in
/// the end every item is there exactly once. See <see cref="KillSettings"/> for what can be set, and bench/README.md for the long runs.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class SigkillTests(ITestOutputHelper output)
{
    [Theory, EachDatabase]
    public async Task Every_item_is_there_exactly_once_however_often_the_program_is_killed(TestDatabase database)
    {
        var settings = KillSettings.FromEnvironment();
        if (settings.Database is { } only && only != database)
            Assert.Skip($"Only {only} was asked for.");
        using var over = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        over.CancelAfter(TimeSpan.FromMinutes(settings.Minutes));
        await using var run = await KillRun.LayAsync(database, settings);
        try
        {
            await run.KillAsync(output.WriteLine, over.Token);
            await run.CheckAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            output.WriteLine(run.Said);
        }
    }
}
