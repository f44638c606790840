using System.Text.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>Writes ninjs 3.1 with the <c>wireroom</c> object, one item a line.</summary>
internal static class NinJsExtended
{
    internal static void Write(WireItem item, Stream destination, IReadOnlyList<WireFault> faults, string? file, int? index)
    {
        using (var json = new Utf8JsonWriter(destination, NinJsWriter.Plain))
        {
            json.WriteStartObject();
            new NinJsBody(json, NinJsEdition.Three, null).Write(item with { Keywords = [] });
            json.WriteStartObject("wireroom");
            NinJsOwn.Write(json, item);
            Faults(json, faults);
            Dropped(json, item.Dropped);
            if (file is not null || index is not null)
            {
                json.WriteStartObject("source");
                NinJsOwn.Text(json, "file", file);
                if (index is { } number)
                {
                    json.WriteNumber("index", number);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        destination.WriteByte((byte)'\n');
    }

    private static void Faults(Utf8JsonWriter json, IReadOnlyList<WireFault> faults)
    {
        if (faults.Count == 0)
        {
            return;
        }

        json.WriteStartArray("faults");
        foreach (var fault in faults)
        {
            json.WriteStartObject();
            json.WriteString("kind", fault.Kind.ToString().ToLowerInvariant());
            json.WriteString("code", fault.Code);
            json.WriteString("message", fault.Message);
            if (fault.Place.Length > 0)
            {
                json.WriteString("place", fault.Place);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Dropped(Utf8JsonWriter json, IReadOnlyList<WireDropped> dropped)
    {
        if (dropped.Count == 0)
        {
            return;
        }

        json.WriteStartArray("dropped");
        foreach (var one in dropped)
        {
            json.WriteStartObject();
            json.WriteString("name", one.Name);
            NinJsOwn.Text(json, "value", one.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
