using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wireroom.Language.Attribution;

namespace Wireroom.Storage;

/// <summary>The text form of ledgers. Unlike copy, every field is written: zero is a place in a list here, not an absence.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Ledger))]
[JsonSerializable(typeof(IReadOnlyList<Mend>))]
internal sealed partial class StoredLedgerJson : JsonSerializerContext
{
    private static readonly Lazy<StoredLedgerJson> Plain = new(() => new(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static string Write(Ledger ledger) => JsonSerializer.Serialize(ledger, Plain.Value.Ledger);

    public static string Write(IReadOnlyList<Mend> mends) => JsonSerializer.Serialize(mends, Plain.Value.IReadOnlyListMend);

    public static Ledger ReadLedger(string text) => JsonSerializer.Deserialize(text, Plain.Value.Ledger) ?? throw new JsonException("A stored ledger is empty.");

    public static IReadOnlyList<Mend> ReadMends(string text) => JsonSerializer.Deserialize(text, Plain.Value.IReadOnlyListMend) ?? [];
}
