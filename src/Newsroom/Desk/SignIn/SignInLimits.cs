using System.Collections.Concurrent;

namespace Wireroom.Newsroom.Desk.SignIn;

/// <summary>
/// How often one may try: counted for the address that asks and for the account that is asked for, whether it exists or not.
/// Tries are counted when they begin, so that many at once gain nothing.
/// </summary>
public sealed class SignInLimits(TimeProvider clock)
{
    /// <summary>Tries in <see cref="Window"/> for one account.</summary>
    public const int ForAccount = 10;

    /// <summary>Tries in <see cref="Window"/> from one address.</summary>
    public const int FromAddress = 30;

    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> tries = new(StringComparer.Ordinal);

    /// <summary>The time that is looked back on.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Counts a try; where there were too many it is not counted, and the time of the next allowed one comes back.</summary>
    public DateTimeOffset? Begin(string address, string account)
    {
        if (tries.Count > MostKept)
            Forget();
        return Count($"address {address}", FromAddress) ?? Count($"account {account.Trim().ToUpperInvariant()}", ForAccount);
    }

    /// <summary>A right password clears the account's count.</summary>
    public void Succeeded(string account) => tries.TryRemove($"account {account.Trim().ToUpperInvariant()}", out _);

    private DateTimeOffset? Count(string key, int limit)
    {
        var now = clock.GetUtcNow();
        var times = tries.GetOrAdd(key, _ => new Queue<DateTimeOffset>());
        lock (times)
        {
            while (times.TryPeek(out var oldest) && oldest + Window <= now)
                times.Dequeue();
            if (times.Count >= limit)
                return times.Peek() + Window;
            times.Enqueue(now);
            return null;
        }
    }

    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var (key, times) in tries)
        {
            lock (times)
            {
                if (times.Count == 0 || times.Last() + Window <= now)
                    tries.TryRemove(key, out _);
            }
        }
    }
}
