using System.Reflection;
using Wireroom.Newsroom.Host;

namespace Wireroom.Newsroom.Tests.Rooms;

public sealed class RoomTests
{
    [Fact]
    public void No_room_names_another() => Assert.Empty(RoomRule.Breaches(typeof(NewsroomHost).Assembly.Location, "Wireroom.Newsroom"));

    [Fact]
    public void The_rule_finds_what_was_planted()
    {
        var breaches = RoomRule.Breaches(typeof(RoomTests).Assembly.Location, "Wireroom.Newsroom.Tests.Rooms.Planted");
        Assert.Collection(
            breaches,
            breach => Assert.StartsWith("Desk names Host: ", breach, StringComparison.Ordinal),
            breach => Assert.StartsWith("Intake names Outlets: ", breach, StringComparison.Ordinal),
            breach => Assert.StartsWith("Paper names Site: ", breach, StringComparison.Ordinal),
            breach => Assert.StartsWith("Site goes past ReleasedStore: ", breach, StringComparison.Ordinal),
            breach => Assert.StartsWith("Site names Desk: ", breach, StringComparison.Ordinal));
    }

    [Fact]
    public void The_pure_projects_and_the_store_know_whom_they_may()
    {
        string[] Known(string assembly) =>
        [
            .. Assembly.Load(assembly).GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("Wireroom", StringComparison.Ordinal) || name == "wireroom").Order(),
        ];
        Assert.Empty(Known("Wireroom.Wire"));
        Assert.Empty(Known("Wireroom.Language"));
        Assert.Empty(Known("Wireroom.Stories"));
        Assert.Empty(Known("Wireroom.Storage").Except(["Wireroom.Language", "Wireroom.Stories", "Wireroom.Wire"]));
    }

    [Fact]
    public void The_pure_projects_touch_no_files_network_clock_or_environment()
    {
        string[] impure = ["System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.Net.Http.HttpClient", "System.Net.Sockets.Socket", "System.Environment", "System.TimeProvider", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch"];
        foreach (var pure in new[] { "Wireroom.Wire", "Wireroom.Language", "Wireroom.Stories" })
        {
            using var module = Mono.Cecil.ModuleDefinition.ReadModule(Assembly.Load(pure).Location);
            var touched = module.GetMemberReferences()
                .Where(member => impure.Contains(member.DeclaringType.FullName))
                .Select(member => $"{member.DeclaringType.FullName}.{member.Name}")
                .Where(name => name != "System.Environment.get_CurrentManagedThreadId") // the compiler's own, in every method that yields
                .Where(name => !(pure == "Wireroom.Stories" && name == "System.TimeProvider.GetUtcNow")); // a story's identity is given its clock
            Assert.Empty(touched.Select(name => $"{pure} touches {name}"));
        }
    }
}
