using System.Text.Encodings.Web;
using System.Text.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>Writes ninjs that the official schema of its edition accepts: one item as an object, several as a list.</summary>
internal static class NinJsWriter
{
    private static readonly string[] CarriedByTwo =
    [
        "guid", "version", "signal", "pub-status", "kind", "urgency", "slugline", "headlines", "standfirst", "descriptions", "dateline", "located", "byline", "credit", "sources",
        "provider", "sequence", "take-key", "ed-note", "embargo", "created", "content-created", "version-created", "language", "genre", "alt-ids", "subjects", "people", "organisations",
        "places", "keywords", "rights", "link", "body", "media", "links",
    ];

    // Events came with 3.0.
    private static readonly string[] CarriedByThree = [.. CarriedByTwo, "event"];

    internal static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Indented = Plain with { Indented = true };

    internal static string[] Carried(NinJsEdition edition) => edition == NinJsEdition.Three ? CarriedByThree : CarriedByTwo;

    internal static IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, NinJsEdition edition, Stream destination)
    {
        var losses = new WireLosses(edition == NinJsEdition.Three ? "ninjs 3.1" : "ninjs 2.1", Carried(edition)) { HoldsConcepts = true };
        var accepted = items.Where(item => Accepts(item, losses)).ToList();
        using var json = new Utf8JsonWriter(destination, Indented);
        if (accepted.Count != 1)
        {
            json.WriteStartArray();
        }

        foreach (var item in accepted)
        {
            losses.Note(item);
            if (item.Signal is not (WireSignal.New or WireSignal.Withdrawal or WireSignal.Hold))
            {
                losses.Lose(item, "signal", $"the signal {item.Signal.ToString().ToLowerInvariant()}");
            }

            json.WriteStartObject();
            new NinJsBody(json, edition, losses, asSent: false).Write(item);
            json.WriteEndObject();
        }

        if (accepted.Count != 1)
        {
            json.WriteEndArray();
        }

        return losses.Faults;
    }

    private static bool Accepts(WireItem item, WireLosses losses) => item switch
    {
        { Signal: WireSignal.Test or WireSignal.Advisory } => losses.Refuse(
            $"refused-{item.Signal.ToString().ToLowerInvariant()}", $"{WireLosses.Named(item)} is not copy but a message to editors, and ninjs cannot say so; it was left out. Send it by a line-mode wire or NewsML-G2."),
        { Embargo: { Until: null } embargo } => losses.Refuse(
            "refused-embargo", $"{WireLosses.Named(item)} is under an embargo that is no time ({embargo.AsSent}), and ninjs wants one; it was left out. Give the embargo a time with a zone."),
        _ => true,
    };
}
