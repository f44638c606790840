using Wireroom.Newsroom.Desk;
using Wireroom.Newsroom.Desk.Fronts;
using Wireroom.Newsroom.Desk.Routing;
using Wireroom.Newsroom.Desk.Sources;
using Wireroom.Newsroom.Intake;
using Wireroom.Newsroom.Intake.Dedupe;
using Wireroom.Newsroom.Intake.Routing;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Newsroom.Intake.Translation;
using Wireroom.Newsroom.Site.Front;
using Wireroom.Newsroom.Site.Themes;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Host;

/// <summary>Gives the desk what it asks of the rooms that take wires in and show readers the paper: the rooms do not name each other.</summary>
internal static class DeskWiring
{
    /// <summary>Adds what the desk asks of the site.</summary>
    public static IServiceCollection AddDeskSite(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var (preview, themes) = (provider.GetRequiredService<FrontPreview>(), provider.GetRequiredService<ThemeShelf>());
        return new DeskSite(preview.MakeAsync, preview.InThemeAsync, () => [.. themes.All().Select(theme => new DeskTheme(theme.Id, theme.Name, theme.About))]);
    });

    /// <summary>Adds the functions.</summary>
    public static IServiceCollection AddDeskIntake(this IServiceCollection services) => services.AddSingleton<SourceTrials>().AddSingleton<RoutingTrials>().AddSingleton(provider =>
        new DeskRouting(provider.GetRequiredService<RoutingTrials>().TryAsync)).AddSingleton(provider =>
    {
        var (trials, secrets) = (provider.GetRequiredService<SourceTrials>(), provider.GetRequiredService<Secrets>());
        return new DeskSources(trials.TryAsync, (user, password, key) => secrets.Seal(new SourceLogin(user, password, key)));
    }).AddSingleton(provider =>
    {
        var (arrive, store) = (provider.GetRequiredService<Arrive>(), provider.GetRequiredService<Store>());
        return new DeskIntake(
            async (raw, cancel) =>
            {
                var report = await arrive.TakeAsync(
                    new Delivery { Source = raw.Source, Name = raw.Name, Bytes = raw.Bytes, MediaType = raw.MediaType, Charset = raw.Charset }, cancel).ConfigureAwait(false);
                var outcome = report.Outcome;
                return report.WhyUnreadable ?? $"{outcome.Format}: {outcome.Taken} taken, {outcome.Updated} updated, {outcome.Repeated} repeated.";
            },
            async (wire, cancel) => FileCopy.Of(wire.Item, wire.Source, await store.HouseAsync(cancel).ConfigureAwait(false)),
            async (story, copy, cancel) => await new LinkCopies(store).LinkAsync(story, copy, cancel).ConfigureAwait(false),
            (bytes, cancel) => store.KeepPictureAsync(bytes, TranslatePicture.FactsOf(bytes, null, source: ""), cancel));
    });
}
