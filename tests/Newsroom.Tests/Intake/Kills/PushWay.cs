using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>Senders that post each document until it is answered.</summary>
internal sealed class PushWay(Secrets secrets) : WayIn("push")
{
    public override IReadOnlyList<Source> Sources { get; } = [new Source { Slug = "push", Name = "push", Kind = SourceKind.Push, Section = "world", Secret = secrets.Seal(new SourceLogin(Key: SeparateProgram.Key)) }];

    public override Task SendAsync(int first, int count, SeparateProgram program, CancellationToken cancel) =>
        UntilTakenAsync(first, count, number => program.PostAsync(Document(number), cancel), cancel);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
