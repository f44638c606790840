using System.Reflection;
using DbUp.Builder;
using DbUp.Engine.Output;

namespace Wireroom.Storage.Dialects;

/// <summary>Runs the migrations that a database has not had: the shared ones and its own, in the order of their numbers.</summary>
internal static class MigrationScripts
{
    private const string Root = "Wireroom.Storage.Migrations.";

    public static void Run(UpgradeEngineBuilder builder, string dialect, string key, string blob)
    {
        var upgrader = builder
            .WithScriptsEmbeddedInAssembly(
                Assembly.GetExecutingAssembly(),
                name => name.StartsWith(Root + "Shared.", StringComparison.Ordinal) || name.StartsWith(Root + dialect + ".", StringComparison.Ordinal))
            .WithScriptNameComparer(Comparer<string>.Create((left, right) => string.CompareOrdinal(Number(left), Number(right))))
            .WithVariable("key", key)
            .WithVariable("blob", blob)
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build();
        var result = upgrader.PerformUpgrade();
        if (!result.Successful)
            throw new StoreException($"The tables could not be brought up to date: {result.ErrorScript?.Name}: {result.Error.Message}", result.Error);
    }

    // "Wireroom.Storage.Migrations.Shared.0001_newsroom.sql" -> "0001_newsroom.sql"
    private static string Number(string name) => name.Split('.') is [.., var number, "sql"] ? number : name;
}
