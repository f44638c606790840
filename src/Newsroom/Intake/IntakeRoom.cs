namespace Wireroom.Newsroom.Intake;

/// <summary>The room where wires come in: <see cref="Arrive"/> and the transports that hand it their bytes.</summary>
public static class IntakeRoom
{
    /// <summary>Adds the room's services.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services) => services.AddSingleton<Arrive>();
}
