namespace Wireroom.Storage;

public sealed partial class Store
{
    /// <summary>What has been taken from a source's folder: size and time by name.</summary>
    public Task<IReadOnlyDictionary<string, string>> TakenFilesAsync(string source, CancellationToken cancel) => ReadAsync<IReadOnlyDictionary<string, string>>(
        async reading =>
        {
            var rows = await reading.ListAsync<TakenFileColumns>("select name, stamp from taken_files where source = @source", new { source });
            return rows.ToDictionary(row => row.Name, row => row.Stamp, StringComparer.Ordinal);
        },
        cancel);

    /// <summary>Notes that a file has been taken.</summary>
    public Task RememberTakenFileAsync(string source, string name, string stamp, CancellationToken cancel) => WriteAsync(
        writing => writing.RunAsync(
            "insert into taken_files (source, name, stamp) values (@source, @name, @stamp) on conflict (source, name) do update set stamp = excluded.stamp",
            new { source, name, stamp }),
        cancel);

    /// <summary>Forgets files that do not lie there any more.</summary>
    public Task ForgetTakenFilesAsync(string source, IReadOnlyList<string> names, CancellationToken cancel) => names.Count == 0
        ? Task.CompletedTask
        : WriteAsync(
            async writing =>
            {
                foreach (var name in names)
                    await writing.RunAsync("delete from taken_files where source = @source and name = @name", new { source, name });
            },
            cancel);

    /// <summary>The fingerprint of the key that the source's server showed first, or null.</summary>
    public Task<string?> HostKeyAsync(string source, CancellationToken cancel) => ReadAsync(
        reading => reading.FirstAsync<string>("select host_key from sources where slug = @source", new { source }), cancel);

    /// <summary>Notes the fingerprint of the key that the source's server showed first.</summary>
    public Task RememberHostKeyAsync(string source, string fingerprint, CancellationToken cancel) => WriteAsync(
        writing => writing.RunAsync("update sources set host_key = @fingerprint where slug = @source and host_key is null", new { source, fingerprint }), cancel);

    private sealed class TakenFileColumns
    {
        public string Name { get; init; } = "";

        public string Stamp { get; init; } = "";
    }
}
