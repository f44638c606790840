using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using Wireroom.Newsroom.Tests;

[assembly: AssemblyFixture(typeof(TestPostgres))]

namespace Wireroom.Newsroom.Tests;

/// <summary>
/// A PostgreSQL server for the tests: the one that the environment variable <c>WIREROOM_TEST_POSTGRES</c> names, or else a private cluster
/// in a temporary folder, started once a test run and gone with it. Where neither is to be had, the test is skipped and says so.
/// </summary>
public sealed class TestPostgres : IAsyncDisposable
{
    private const string Programs = "/usr/lib/postgresql/15/bin";

    /// <summary>
    /// Runs the cluster until standard input closes, however the test run ends, and then removes it. PostgreSQL refuses to run as root.
    /// Arguments: the programs' folder, the cluster's folder.
    /// </summary>
    private const string Script = """
        bin=$1; dir=$2; as=
        mkdir -m 700 "$dir" || exit 1
        if [ "$(id -u)" = 0 ]; then chown postgres "$dir"; as='setpriv --reuid=postgres --regid=postgres --clear-groups'; fi
        cd "$dir"
        $as "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync > "$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; rm -rf "$dir"; exit 1; }
        $as "$bin/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
            -c max_connections=400 -c shared_buffers=64MB > "$dir/server.log" 2>&1 < /dev/null &
        server=$!
        tries=0
        until [ -S "$dir/.s.PGSQL.5432" ] && "$bin/pg_isready" -q -h "$dir" -U postgres; do
            tries=$((tries + 1))
            if [ $tries -gt 300 ] || ! kill -0 $server 2> /dev/null; then cat "$dir/server.log" >&2; kill -QUIT $server 2> /dev/null; rm -rf "$dir"; exit 1; fi
            sleep 0.1
        done
        echo ready
        read -r _
        kill -INT $server; wait $server; rm -rf "$dir"
        """;

    private static readonly Lazy<Task<string?>> Server = new(StartAsync);
    private static readonly ConcurrentBag<string> Made = [];
    private static Process? cluster;
    private static string whyNot = "";
    private static int count;

    /// <summary>The connection string of a new, empty database; skips the test where there is no PostgreSQL.</summary>
    public static async Task<string> FreshDatabaseAsync()
    {
        if (await Server.Value is not { } server)
        {
            Assert.Skip(whyNot);
            throw new UnreachableException();
        }

        var name = $"wireroom_test_{Environment.ProcessId}_{Interlocked.Increment(ref count)}";
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand($"create database {name} template template0 encoding 'UTF8'");
        await command.ExecuteNonQueryAsync();
        Made.Add(name);
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    /// <summary>Takes a database away, whoever is connected to it.</summary>
    public static async Task DropAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create((await Server.Value)!);
        await using var command = source.CreateCommand($"drop database {new NpgsqlConnectionStringBuilder(connection).Database} with (force)");
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (cluster is not null)
        {
            cluster.StandardInput.Close();
            await cluster.WaitForExitAsync();
            cluster.Dispose();
        }
        else if (Server.IsValueCreated && await Server.Value is { } server)
        {
            await using var source = NpgsqlDataSource.Create(server);
            foreach (var name in Made)
            {
                await using var command = source.CreateCommand($"drop database if exists {name} with (force)");
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    private static async Task<string?> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("WIREROOM_TEST_POSTGRES") is { Length: > 0 } given)
            return given;
        if (!File.Exists(Path.Combine(Programs, "initdb")))
        {
            whyNot = $"PostgreSQL 15 is not installed ({Programs}), and WIREROOM_TEST_POSTGRES names no server.";
            return null;
        }

        var folder = Path.Combine(Path.GetTempPath(), $"wireroom-postgres-{Environment.ProcessId}-{Guid.NewGuid():N}");
        cluster = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", Programs, folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        if (await cluster.StandardOutput.ReadLineAsync() == "ready")
            return $"Host={folder};Username=postgres;Database=postgres;Maximum Pool Size=20";
        whyNot = "PostgreSQL would not start: " + (await cluster.StandardError.ReadToEndAsync()).Trim();
        cluster.Dispose();
        cluster = null;
        return null;
    }
}
