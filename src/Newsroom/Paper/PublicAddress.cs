using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Paper;

/// <summary>
/// Where readers reach the newsroom: the address in the settings, or where none is set, the one that the server listens on. Never what a request says of
/// its host: pages are kept for everybody.
/// </summary>
public sealed class PublicAddress(IServer server)
{
    /// <summary>The masthead with an address, without a slash at its end.</summary>
    public Masthead On(Masthead masthead)
    {
        if (masthead.Address.Length > 0)
            return masthead with { Address = masthead.Address.TrimEnd('/') };
        var listens = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        return masthead with { Address = listens.Replace("127.0.0.1", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal).TrimEnd('/') };
    }
}
