using Wireroom.Wire;

namespace Wireroom.Newsroom.Cli.Read;

/// <summary>What could not be read or written, on standard error: one line each, with document, place and reason.</summary>
internal sealed class Complaints(TextWriter error)
{
    /// <summary>True where nothing was unreadable or refused.</summary>
    public bool None { get; private set; } = true;

    public void Say(string document, WireFault fault)
    {
        None &= fault.Kind != WireFaultKind.Unreadable;
        error.WriteLine(fault.Place.Length > 0 ? $"{document}: {fault.Place}: {fault.Message}" : $"{document}: {fault.Message}");
    }
}
