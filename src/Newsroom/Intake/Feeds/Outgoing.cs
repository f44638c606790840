using System.Net;

namespace Wireroom.Newsroom.Intake.Feeds;

/// <summary>
/// Where the newsroom's own requests may go: anywhere but to this machine and private networks, unless the operator opens those, all of them or some hosts and
/// networks by name. Names are looked up here, and what was looked up is connected to: a name that changes its meaning in between leads nowhere else.
/// </summary>
public sealed class Outgoing
{
    private readonly bool all;
    private readonly HashSet<string> hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<IPNetwork> networks = [];

    /// <param name="all">True where the whole inner network is open.</param>
    /// <param name="allowed">Hosts ("wire.lan", "10.0.0.7") and networks ("10.20.0.0/16") of the inner network that are open.</param>
    /// <exception cref="FormatException">Neither a host nor a network.</exception>
    public Outgoing(bool all, params IReadOnlyList<string> allowed)
    {
        this.all = all;
        foreach (var one in allowed)
        {
            if (IPNetwork.TryParse(one, out var network))
                networks.Add(network);
            else if (Uri.CheckHostName(one) is not UriHostNameType.Unknown)
                hosts.Add(one);
            else
                throw new FormatException($"\"{one}\" is neither a host nor a network.");
        }
    }

    /// <summary>The addresses of a host that may be connected to.</summary>
    /// <exception cref="HttpRequestException">None may; the message says what the operator can do.</exception>
    public async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancel)
    {
        var bare = host.Trim('[', ']');
        var addresses = IPAddress.TryParse(bare, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(bare, cancel).ConfigureAwait(false);
        var open = all || hosts.Contains(bare) ? addresses : [.. addresses.Where(address => !InnerNetwork.Holds(address) || networks.Any(network => network.Contains(address)))];
        return open.Length > 0
            ? open
            : throw new HttpRequestException($"{host} lies on the inner network; start the newsroom with --allow-inner, or with --allow-host {host}, if that is meant.");
    }
}
