using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Cli;

public sealed class SourceCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("wireroom-source-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_desks_form_refuses_the_command_refuses_and_the_log_names_each_command()
    {
        foreach (var verb in (string[])["add", "try"])
        {
            var (code, _, complained) = await WireroomProcess.RunAsync(folder, "source", verb, "https://ana:a-secret-word@127.0.0.1:9/feed", "--allow-inner");
            Assert.Equal(2, code);
            Assert.Contains("An address must not hold a name or password", complained, StringComparison.Ordinal);
        }

        Assert.Contains("A feed's address begins with http", (await WireroomProcess.RunAsync(folder, "source", "add", "gopher://127.0.0.1/")).Complained, StringComparison.Ordinal);
        Assert.Contains("Only a mailbox", (await WireroomProcess.RunAsync(folder, "source", "add", "http://127.0.0.1:9/", "--after", "move Taken", "--allow-inner")).Complained, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(folder, "wires"));
        Assert.Equal(0, (await WireroomProcess.RunAsync(folder, "source", "add", "wires")).Code);
        Assert.Equal(0, (await WireroomProcess.RunAsync(folder, "source", "pause", "wires")).Code);
        Assert.Equal(0, (await WireroomProcess.RunAsync(folder, "route", "add", "--when", "source=wires", "--alert")).Code);

        await using var store = await Store.OpenAsync(new StoreOptions(Path.Combine(folder, "data")), TimeProvider.System, Cancel);
        var trail = await store.TrailAsync(new TrailFilter(), 10, Cancel);
        Assert.Equal(["route add ", "source pause wires", "source add wires"], trail.Select(line => $"{line.What} {line.Detail}"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
