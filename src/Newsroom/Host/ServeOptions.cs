using Wireroom.Newsroom.Intake;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Newsroom.Paper.Letters;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Host;

/// <summary>How the newsroom is to be served.</summary>
public sealed record ServeOptions(StoreOptions Store)
{
    /// <summary>The port that is listened on; 0 takes any that is free.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>The address that is listened on; null means this machine only.</summary>
    public System.Net.IPAddress? Listen { get; init; }

    /// <summary>True where an empty data folder stays empty; otherwise the sample newsroom is laid in it.</summary>
    public bool Empty { get; init; }

    /// <summary>What is kept of raw bytes; by default everything.</summary>
    public RawRetention RawRetention { get; init; } = new(null, null);

    /// <summary>The mail server through which alarms and letters to readers go; by default there is none.</summary>
    public MailServerOptions Mail { get; init; } = new(null, "", "");

    /// <summary>Who is told of alarms by mail; by default nobody.</summary>
    public AlarmMailOptions AlarmMail { get; init; } = new([]);

    /// <summary>True where sources may lie on the inner network: loopback and private addresses.</summary>
    public bool AllowInner { get; init; }

    /// <summary>Hosts and networks of the inner network where sources may lie.</summary>
    public IReadOnlyList<string> AllowHosts { get; init; } = [];
}
