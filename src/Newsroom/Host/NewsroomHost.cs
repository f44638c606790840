using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Wireroom.Newsroom.Desk;
using Wireroom.Newsroom.Desk.SignIn.OpenId;
using Wireroom.Newsroom.Host.Sample;
using Wireroom.Newsroom.Intake;
using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Newsroom.Outlets;
using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Newsroom.Outlets.Telling;
using Wireroom.Newsroom.Paper.Letters;
using Wireroom.Newsroom.Site;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Host;

/// <summary>Puts the rooms together: one process, one store, one web server.</summary>
public static class NewsroomHost
{
    /// <summary>The largest body that a request may send, in bytes: a picture uploaded at the desk.</summary>
    private const long LargestRequest = 32 * 1024 * 1024;

    /// <summary>Opens the store and builds the program, ready to start.</summary>
    /// <exception cref="StoreException">The store cannot be opened; the message says what to do.</exception>
    public static async Task<WebApplication> BuildAsync(ServeOptions options, TimeProvider clock, CancellationToken cancel)
    {
        var store = await Store.OpenAsync(options.Store, clock, cancel).ConfigureAwait(false);
        var refused = options.Empty ? [] : await SampleNewsroom.LayAsync(store, options.Store, clock, cancel).ConfigureAwait(false);
        await FirstSections.LayAsync(store, cancel).ConfigureAwait(false);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = "wireroom",
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            EnvironmentName = Environments.Production,
        });
        Listen(builder, options);
        Quieten(builder.Logging);

        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Store);
        builder.Services.AddSingleton(_ => store); // through a factory, so that the container closes it at the end
        builder.Services.AddSingleton(store.Released);
        builder.Services.AddSingleton(store.Readers);
        builder.Services.AddSingleton(store.Told);
        builder.Services.AddSingleton(store.Bell);
        builder.Services.AddSingleton(new MailServer(options.Mail));
        builder.Services.AddSingleton(provider => new DeskLine(provider.GetRequiredService<GuardedHttp>().SendAsync));
        builder.Services.AddSingleton(provider => new OutletsLine(provider.GetRequiredService<GuardedHttp>().SendAsync));
        builder.Services.AddRoutingCore();
        builder.Services.AddHostedService<Clerk>();
        builder.Services.AddHostedService<Annotator>();
        builder.Services.AddKeyedSingleton("quick", (provider, _) => new DarkroomLine(provider.GetRequiredService<ILogger<DarkroomLine>>()));
        builder.Services.AddKeyedSingleton("patient", (provider, _) => new DarkroomLine(provider.GetRequiredService<ILogger<DarkroomLine>>(), isPatient: true));
        builder.Services.AddSingleton(provider => new Renditions(
            options.Store, provider.GetRequiredKeyedService<DarkroomLine>("quick"), provider.GetRequiredKeyedService<DarkroomLine>("patient")));
        builder.Services.AddHostedService<Developer>();
        builder.Services.AddIntake(new Outgoing(options.AllowInner, options.AllowHosts), options.AlarmMail, options.RawRetention);
        builder.Services.AddDesk();
        builder.Services.AddDeskIntake();
        builder.Services.AddDeskSite();
        builder.Services.AddSite();
        builder.Services.AddOutlets();

        var newsroom = builder.Build();
        newsroom.Services.GetRequiredService<Store>();
        foreach (var why in refused)
            newsroom.Logger.LogWarning("The sample newsroom is not whole: {Why}", why);
        newsroom.UseForwardedHeaders(Forwarded);
        newsroom.MapHealth();
        newsroom.MapIntake();
        newsroom.MapDesk();
        newsroom.MapSite();
        newsroom.MapOutlets();
        return newsroom;
    }

    /// <summary>The web server in front says from where a reader or an editor comes; only one on this machine is believed.</summary>
    private static ForwardedHeadersOptions Forwarded => new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };

    private static void Listen(WebApplicationBuilder builder, ServeOptions options) => builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestRequest;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        if (options.Listen is { } address)
            kestrel.Listen(address, options.Port);
        else if (options.Port == 0)
            kestrel.Listen(IPAddress.Loopback, 0);
        else
            kestrel.ListenLocalhost(options.Port);
    });

    private static void Quieten(ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Wireroom", LogLevel.Information);
        logging.AddFilter("wireroom", LogLevel.Information);

        // It says when each request begins and ends, which nobody reads here, and as long as it might, each request is given an activity and a scope of its own.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
    }
}
