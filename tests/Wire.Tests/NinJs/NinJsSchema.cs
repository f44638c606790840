using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Wireroom.Wire.Tests.NinJs;

/// <summary>
/// Checks a document against IPTC's schema of an edition. The schemas use few words of JSON Schema 2020-12, each of which is
/// checked here, <c>unevaluatedProperties</c> among them; a word not known here fails the check, so that none is passed over.
/// </summary>
internal static class NinJsSchema
{
    private static readonly string[] Notes = ["$schema", "$id", "$defs", "title", "description", "$comment", "examples", "default"];

    internal static void AssertAccepts(byte[] document, string edition)
    {
        var complaints = Complaints(document, edition);
        Assert.True(complaints.Count == 0, string.Join('\n', complaints) + "\n" + Encoding.UTF8.GetString(document));
    }

    /// <summary>As <see cref="AssertAccepts"/>, but for complaints that end in one of the given texts.</summary>
    internal static void AssertAcceptsBut(byte[] document, string edition, params string[] endings)
    {
        var complaints = Complaints(document, edition).Where(complaint => !endings.Any(ending => complaint.EndsWith(ending, StringComparison.Ordinal))).ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints) + "\n" + Encoding.UTF8.GetString(document));
    }

    /// <summary>What the schema has against the document, or against any of its items where it is a list.</summary>
    internal static List<string> Complaints(byte[] document, string edition)
    {
        var path = Path.Combine(Shared.Folder("iptc/ninjs"), "specification", $"ninjs-schema_{edition}.json");
        using var schema = JsonDocument.Parse(File.ReadAllBytes(path));
        using var parsed = JsonDocument.Parse(document);
        var complaints = new List<string>();
        foreach (var item in parsed.RootElement.ValueKind == JsonValueKind.Array ? parsed.RootElement.EnumerateArray() : Enumerable.Repeat(parsed.RootElement, 1))
        {
            Check(item, schema.RootElement, schema.RootElement, "$", complaints);
        }

        return complaints;
    }

    private static void Check(JsonElement value, JsonElement schema, JsonElement root, string at, List<string> complaints)
    {
        foreach (var word in schema.EnumerateObject())
        {
            switch (word.Name)
            {
                case "$ref" when word.Value.GetString()!.StartsWith('#'):
                    Check(value, Target(word.Value.GetString()!, root), root, at, complaints);
                    break;
                case "$ref" or "enum" or "const" or "type" or "format" or "pattern" or "minimum" or "maximum" or "required" or "minItems":
                    Value(value, word, at, complaints);
                    break;
                case "properties" when value.ValueKind == JsonValueKind.Object:
                    foreach (var property in word.Value.EnumerateObject().Where(property => value.TryGetProperty(property.Name, out _)))
                    {
                        Check(value.GetProperty(property.Name), property.Value, root, $"{at}.{property.Name}", complaints);
                    }

                    break;
                case "additionalProperties" or "unevaluatedProperties" when word.Value.ValueKind == JsonValueKind.False && value.ValueKind == JsonValueKind.Object:
                    var known = Known(schema, root);
                    complaints.AddRange(value.EnumerateObject().Where(property => !known.Contains(property.Name)).Select(property => $"{at}.{property.Name} is not allowed"));
                    break;
                case "items" when value.ValueKind == JsonValueKind.Array:
                    foreach (var each in value.EnumerateArray())
                    {
                        Check(each, word.Value, root, at + "[]", complaints);
                    }

                    break;
                case "oneOf" or "anyOf":
                    var fitting = word.Value.EnumerateArray().Count(choice => Fits(value, choice, root));
                    if (word.Name == "oneOf" ? fitting != 1 : fitting == 0)
                    {
                        complaints.Add($"{at} fits {fitting} of {word.Name}");
                    }

                    break;
                case "properties" or "items" or "additionalProperties" or "unevaluatedProperties":
                    break;
                default:
                    Assert.Contains(word.Name, Notes);
                    break;
            }
        }
    }

    private static bool Fits(JsonElement value, JsonElement schema, JsonElement root)
    {
        var complaints = new List<string>();
        Check(value, schema, root, "", complaints);
        return complaints.Count == 0;
    }

    private static void Value(JsonElement value, JsonProperty word, string at, List<string> complaints)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : null;
        var holds = word.Name switch
        {
            "type" => value.ValueKind == word.Value.GetString() switch
            {
                "object" => JsonValueKind.Object,
                "array" => JsonValueKind.Array,
                "string" => JsonValueKind.String,
                _ => JsonValueKind.Number,
            } && (word.Value.GetString() != "integer" || value.TryGetInt64(out _)),
            "enum" => word.Value.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)),
            "required" => value.ValueKind != JsonValueKind.Object || word.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
            "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= word.Value.GetDouble(),
            "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= word.Value.GetDouble(),
            "pattern" => text is null || Regex.IsMatch(text, word.Value.GetString()!),
            "format" when word.Value.GetString() == "uri" => text is null || Uri.IsWellFormedUriString(text, UriKind.Absolute),
            "format" when word.Value.GetString() == "date-time" => text is null || (text.Length >= 20 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)),

            // The shape of GeoJSON is a schema of its own, which is not here.
            "$ref" => value.TryGetProperty("type", out _) && value.TryGetProperty("coordinates", out _),
            _ => false,
        };
        if (!holds)
        {
            complaints.Add($"{at} breaks {word.Name} {word.Value.GetRawText()}");
        }
    }

    private static HashSet<string> Known(JsonElement schema, JsonElement root)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        if (schema.TryGetProperty("properties", out var properties))
        {
            known.UnionWith(properties.EnumerateObject().Select(property => property.Name));
        }

        if (schema.TryGetProperty("$ref", out var reference) && reference.GetString()!.StartsWith('#'))
        {
            known.UnionWith(Known(Target(reference.GetString()!, root), root));
        }

        return known;
    }

    private static JsonElement Target(string reference, JsonElement root) => reference.Split('/').Skip(1).Aggregate(root, (element, name) => element.GetProperty(name));
}
