using Wireroom.Storage;

namespace Wireroom.Newsroom.Cli;

/// <summary>Whoever acts from the command line, by their name on this machine: the trail must say so.</summary>
internal static class ByConsole
{
    /// <summary>Lets the command's changes be noted until what comes back is disposed.</summary>
    public static IDisposable Begin(string what, string detail = "") => new Acting(Environment.UserName, "command line", what, Detail: detail).Begin();
}
