using System.CommandLine;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Cli;

/// <summary>Commands that work on the store of the global options, and whose changes the trail names by the command.</summary>
internal static class OnStore
{
    /// <summary>Runs work on the store. What <paramref name="about"/> says of the call stands in the trail beside the command's name.</summary>
    public static Command Does(
        this Command command, string group, Func<Store, ParseResult, CancellationToken, Task<int>> work, Func<ParseResult, string?>? about = null)
    {
        command.SetAction(async (parsed, cancel) =>
        {
            var store = await Store.OpenAsync(GlobalOptions.Store(parsed), TimeProvider.System, cancel).ConfigureAwait(false);
            await using (store.ConfigureAwait(false))
            using (ByConsole.Begin($"{group} {command.Name}", about?.Invoke(parsed) ?? ""))
                return await work(store, parsed, cancel).ConfigureAwait(false);
        });
        return command;
    }
}
