using System.CommandLine;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Cli;

/// <summary>The options of every command: where the newsroom's data lies.</summary>
internal static class GlobalOptions
{
    public static Option<string> Data { get; } = new("--data")
    {
        Description = "Folder of the newsroom's data; made where it is missing.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "data",
        Recursive = true,
    };

    public static Option<string?> Database { get; } = new("--database")
    {
        Description = "PostgreSQL connection (\"Host=…;Database=…;Username=…\"); without it, SQLite in the data folder.",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    public static StoreOptions Store(ParseResult parsed) =>
        new(Path.GetFullPath(parsed.GetValue(Data)!), parsed.GetValue(Database));
}
