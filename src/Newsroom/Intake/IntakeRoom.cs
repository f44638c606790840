using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Newsroom.Intake.Folders;
using Wireroom.Newsroom.Intake.Ftp;
using Wireroom.Newsroom.Intake.Imap;
using Wireroom.Newsroom.Intake.Push;
using Wireroom.Newsroom.Intake.Routing;
using Wireroom.Newsroom.Intake.Sftp;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Newsroom.Intake.WebSub;

namespace Wireroom.Newsroom.Intake;

/// <summary>The room where wires come in: <see cref="Arrive"/> and the transports that hand it their bytes.</summary>
public static class IntakeRoom
{
    /// <summary>Adds the room's services. <paramref name="outgoing"/> says whether sources may lie on this machine and on private networks.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services, Outgoing outgoing, AlarmMailOptions mail, RawRetention retention) => services
        .AddSingleton<Arrive>()
        .AddSingleton<TryRules>()
        .AddHostedService<FinishArrivals>()
        .AddSingleton(retention)
        .AddHostedService<ClearRaw>()
        .AddSingleton<Secrets>()
        .AddSingleton(mail)
        .AddSingleton<AlarmMail>()
        .AddHostedService<SilenceWatch>()
        .AddSingleton(outgoing)
        .AddSingleton(_ => new GuardedHttp(outgoing))
        .AddSingleton<FeedLimits>()
        .AddSingleton<FetchFeed>()
        .AddSingleton<PollSftp>()
        .AddSingleton<PollFtp>()
        .AddSingleton<ReadMailbox>()
        .AddSingleton<NotePoll>()
        .AddHostedService<MailboxWatch>()
        .AddSingleton<Subscribe>()
        .AddSingleton<PollFeed>()
        .AddHostedService<FeedPoller>()
        .AddSingleton<TakeFolder>()
        .AddHostedService<FolderWatch>();

    /// <summary>Maps the addresses to which senders bring their documents.</summary>
    public static void MapIntake(this WebApplication newsroom)
    {
        newsroom.MapPush();
        newsroom.MapHubs();
    }
}
