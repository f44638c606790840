using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using Wireroom.Wire;

namespace Wireroom.Storage;

/// <summary>The text form in which copy, wire items and outcomes are stored: JSON, unset fields left out, letters of all scripts as they are.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Copy))]
[JsonSerializable(typeof(Block))]
[JsonSerializable(typeof(Block[]))]
[JsonSerializable(typeof(Embargo))]
[JsonSerializable(typeof(Rights))]
[JsonSerializable(typeof(RunStyle))]
[JsonSerializable(typeof(WireItem))]
[JsonSerializable(typeof(Picture))]
[JsonSerializable(typeof(ArrivalOutcome))]
[JsonSerializable(typeof(Masthead))]
[JsonSerializable(typeof(OpenIdSettings))]
[JsonSerializable(typeof(LedgerChecks))]
[JsonSerializable(typeof(PictureChecks))]
[JsonSerializable(typeof(List<Check>))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    // Stored, never put into a page as it is: letters beyond ASCII need no escape here.
    private static readonly Lazy<StoredJson> Plain = new(() => new(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Type<T>());

    public static T Read<T>(string text) => JsonSerializer.Deserialize(text, Type<T>()) ?? throw new JsonException($"A stored {typeof(T).Name} is empty.");

    /// <summary>The value at which the reader stands; it stands at its end afterwards.</summary>
    public static T Read<T>(ref Utf8JsonReader json) => JsonSerializer.Deserialize(ref json, Type<T>()) ?? throw new JsonException($"A stored {typeof(T).Name} is empty.");

    private static JsonTypeInfo<T> Type<T>() => (JsonTypeInfo<T>)Plain.Value.GetTypeInfo(typeof(T))!;
}
