using System.Globalization;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>How long, with how much and by which ways in the program is killed. Each can be set from outside, as <c>bench/sigkill</c> does; the suite's own is short.</summary>
/// <param name="Rounds">Kills.</param>
/// <param name="Items">Items that arrive meanwhile, by all ways together.</param>
/// <param name="Minutes">After so many minutes without all of them the run has failed.</param>
/// <param name="Seed">Of the random moments, so that a run can be repeated.</param>
/// <param name="Ways">The ways in by name; the suite's own where none is named.</param>
/// <param name="Database">The one database that is tried, or null for both.</param>
internal sealed record KillSettings(int Rounds, int Items, int Minutes, int Seed, IReadOnlyList<string> Ways, TestDatabase? Database)
{
    // The servers of the other ways take their time between two kills; the script goes through them.
    private const string InTheSuite = "feed,folder,push";

    /// <summary>In a long run the program gets on by itself after the last kill, leases and back-offs and all; a short one asks it to hurry.</summary>
    public bool IsLong => Rounds >= 10;

    public static KillSettings FromEnvironment() => new(
        Number("ROUNDS", 3),
        Number("ITEMS", 120),
        Number("MINUTES", 10),
        Number("SEED", Random.Shared.Next()),
        (Text("WAYS") is { Length: > 0 } ways ? ways : InTheSuite).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        Enum.TryParse<TestDatabase>(Text("DATABASE"), ignoreCase: true, out var database) ? database : null);

    private static int Number(string name, int usual) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;

    private static string Text(string name) => Environment.GetEnvironmentVariable("WIREROOM_KILL_" + name) ?? "";
}
