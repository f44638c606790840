using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Wireroom.Newsroom.Host;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests;

/// <summary>The databases that every storage test runs on.</summary>
public enum TestDatabase
{
    Sqlite,
    Postgres,
}

/// <summary>The real program in this process: its own temporary data folder, any free port, real HTTP. Disposing it stops it and removes its data.</summary>
public sealed class RunningNewsroom : IAsyncDisposable
{
    private readonly WebApplication program;

    private RunningNewsroom(WebApplication program, StoreOptions options)
    {
        this.program = program;
        Options = options;
        Address = new Uri(program.Urls.First());
        Http = NewVisitor();
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>A visitor who follows no redirects and keeps cookies.</summary>
    public HttpClient Http { get; }

    /// <summary>Where its data lies.</summary>
    public StoreOptions Options { get; }

    /// <summary>The store, for what a test lays and looks at behind the pages.</summary>
    public Store Store => Services.GetRequiredService<Store>();

    /// <summary>The program's services.</summary>
    public IServiceProvider Services => program.Services;

    /// <summary>Starts a newsroom: empty, or with the sample newsroom.</summary>
    public static async Task<RunningNewsroom> StartAsync(
        TestDatabase database = TestDatabase.Sqlite, TimeProvider? clock = null, bool sample = false, Func<ServeOptions, ServeOptions>? options = null)
    {
        var connection = database == TestDatabase.Postgres ? await TestPostgres.FreshDatabaseAsync() : null;
        var folder = Directory.CreateTempSubdirectory("wireroom-test-").FullName;
        return await StartAsync(new StoreOptions(folder, connection), clock, sample, options);
    }

    /// <summary>Starts a newsroom on data that lies there already.</summary>
    public static async Task<RunningNewsroom> StartAsync(
        StoreOptions store, TimeProvider? clock = null, bool sample = false, Func<ServeOptions, ServeOptions>? options = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        var serve = new ServeOptions(store) { Port = 0, Empty = !sample, AllowInner = true };
        var program = await NewsroomHost.BuildAsync(options is null ? serve : options(serve), clock ?? TimeProvider.System, cancel);
        await program.StartAsync(cancel);
        return new RunningNewsroom(program, store);
    }

    /// <summary>Another visitor, with cookies of their own.</summary>
    public HttpClient NewVisitor() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    /// <summary>The body of a page that must answer 200.</summary>
    public async Task<string> GetAsync(string address)
    {
        using var answer = await Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)answer.StatusCode}: {body}");
        return body;
    }

    /// <summary>Stops the program and leaves its data, for a test that starts it again.</summary>
    public async Task StopAsync()
    {
        Http.Dispose();
        await program.StopAsync(CancellationToken.None);
        await program.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (Directory.Exists(Options.DataFolder))
            Directory.Delete(Options.DataFolder, recursive: true);
    }
}
