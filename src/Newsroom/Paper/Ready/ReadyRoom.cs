namespace Wireroom.Newsroom.Paper.Ready;

/// <summary>What the public rooms need to keep their pages ready.</summary>
public static class ReadyRoom
{
    /// <summary>Adds the cache and its place before everything else in the pipeline; asked for by every public room, added once.</summary>
    public static IServiceCollection AddReadyPages(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(PageCache)))
            return services;
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<Moments>();
        services.AddSingleton<CurrentInlay>();
        services.AddSingleton<PageCache>();
        services.AddSingleton<ReaderLimits>();
        services.AddSingleton<IStartupFilter, ReadyPages>();
        return services;
    }
}
