using System.Net;
using System.Threading.RateLimiting;

namespace Wireroom.Newsroom.Paper.Ready;

/// <summary>
/// How much one line may ask of what costs: searches and their feeds that are not ready yet, and sign-ups. The line is the peer's address, or where the peer is this machine
/// (a proxy before us), the last address that it names; this machine itself is not limited.
/// </summary>
public sealed class ReaderLimits : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> searches = Limit(60, TimeSpan.FromMinutes(1));
    private readonly PartitionedRateLimiter<IPAddress> signUps = Limit(10, TimeSpan.FromMinutes(10));

    /// <summary>True where the line may search.</summary>
    public bool MaySearch(HttpContext context) => May(searches, context);

    /// <summary>True where the line may sign somebody up.</summary>
    public bool MaySignUp(HttpContext context) => May(signUps, context);

    /// <inheritdoc/>
    public void Dispose()
    {
        searches.Dispose();
        signUps.Dispose();
    }

    private static PartitionedRateLimiter<IPAddress> Limit(int times, TimeSpan window) => PartitionedRateLimiter.Create<IPAddress, IPAddress>(line =>
        RateLimitPartition.GetFixedWindowLimiter(line, _ => new FixedWindowRateLimiterOptions { PermitLimit = times, Window = window, QueueLimit = 0 }));

    private static bool May(PartitionedRateLimiter<IPAddress> limiter, HttpContext context)
    {
        if (LineOf(context) is not { } line)
            return true;
        using var lease = limiter.AttemptAcquire(line);
        return lease.IsAcquired;
    }

    private static IPAddress? LineOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } peer || !IPAddress.IsLoopback(peer))
            return Whole(context.Connection.RemoteIpAddress);
        var named = context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return IPAddress.TryParse(named, out var line) && !IPAddress.IsLoopback(line) ? Whole(line) : null;
    }

    /// <summary>A line of IPv6 holds a network of 64 bits; who has it has all of its addresses.</summary>
    private static IPAddress? Whole(IPAddress? address)
    {
        if (address is not { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
            return address?.MapToIPv4();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes);
    }
}
