using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Wireroom.Newsroom.Tests;

/// <summary>Runs a theory once a database.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<TestDatabase>().Select(database => new TheoryDataRow<TestDatabase>(database))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
