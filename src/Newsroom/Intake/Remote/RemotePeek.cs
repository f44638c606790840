namespace Wireroom.Newsroom.Intake.Remote;

/// <summary>What a trial found on another machine: the newest document with its name, and what lies there in words; or why nothing could be had.</summary>
public sealed record RemotePeek(byte[]? Bytes, string Name, string Found, string? Fault = null);
