using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk;

/// <summary>
/// The things that the desk asks of the room that takes wires in; the host wires them, because rooms do not name each other.
/// <paramref name="Arrive"/> takes an uploaded file and answers with a sentence of what became of it; <paramref name="Translate"/>
/// makes copy of a stored wire item, as on arrival; <paramref name="Link"/> links a story whose text the desk has changed to the stories that hold the same copy;
/// <paramref name="KeepPicture"/> keeps an uploaded picture with what its file says of it.
/// </summary>
public sealed record DeskIntake(
    Func<RawArrival, CancellationToken, Task<string>> Arrive,
    Func<StoredWireItem, CancellationToken, Task<Copy>> Translate,
    Func<StoryId, Copy, CancellationToken, Task> Link,
    Func<ReadOnlyMemory<byte>, CancellationToken, Task<StoredPicture>> KeepPicture);
