namespace Wireroom.Newsroom.Intake.Remote;

/// <summary>A look into another machine's folder.</summary>
/// <param name="Brought">How many documents brought something.</param>
/// <param name="Fault">Why the folder could not be looked at, or not to its end; null where it could.</param>
/// <param name="Complaint">Which files could not be read though all others could; null where there are none.</param>
public sealed record RemoteLook(int Brought, string? Fault = null, string? Complaint = null);
