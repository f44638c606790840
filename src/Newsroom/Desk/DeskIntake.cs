using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk;

/// <summary>
/// The two things that the desk asks of the room that takes wires in; the host wires them, because rooms do not name each other.
/// <paramref name="Arrive"/> takes an uploaded file and answers with a sentence of what became of it; <paramref name="Translate"/>
/// makes copy of a stored wire item, as on arrival.
/// </summary>
public sealed record DeskIntake(Func<RawArrival, CancellationToken, Task<string>> Arrive, Func<StoredWireItem, CancellationToken, Task<Copy>> Translate);
