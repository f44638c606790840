using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wireroom.Stories.Routing;

/// <summary>The rules as they are stored, and as they travel from one newsroom to another.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true, WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(RoutingPlan))]
public sealed partial class RoutingJson : JsonSerializerContext
{
    private static readonly Lazy<RoutingJson> Plain = new(() => new(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    /// <summary>The rules as text.</summary>
    public static string Write(RoutingPlan plan) => JsonSerializer.Serialize(plan, Plain.Value.RoutingPlan);

    /// <summary>The rules of a text; null with a sentence where it is none.</summary>
    public static (RoutingPlan? Plan, string Fault) Read(string text)
    {
        try
        {
            var plan = JsonSerializer.Deserialize(text, Plain.Value.RoutingPlan);
            return plan is null || plan.Rules.Any(rule => rule is null || rule.Tags.Any(tag => tag is null) || rule.When.Any(condition => condition?.Values is null || condition.Values.Any(value => value is null)))
                ? (null, "A list of rules is an object with \"rules\"; something in it is null.")
                : (plan, "");
        }
        catch (JsonException fault)
        {
            return (null, $"This is no list of rules: line {fault.LineNumber + 1}, {fault.Path}: {fault.Message.Split(" Path:")[0]}");
        }
    }
}
