using System.Text.Json;
using Wireroom.Wire.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>Reads ninjs of every edition: one object, a list of objects, or objects under <c>items</c>.</summary>
internal static class NinJsReader
{
    internal static void Read(WireInput input, IWireSink sink)
    {
        using var document = JsonText.Open(input, sink);
        if (document is null)
        {
            return;
        }

        var count = 0;
        foreach (var value in Items(document.RootElement))
        {
            if (value.ValueKind == JsonValueKind.Object)
            {
                sink.Take(NinJsItem.Read(value, sink));
                count++;
            }
            else
            {
                sink.Take(new WireFault(WireFaultKind.Lost, "not-an-item", "The list holds a value that is no object; it was passed over."));
            }
        }

        if (count == 0)
        {
            sink.Take(new WireFault(WireFaultKind.Unreadable, "no-item", "The document holds no news item."));
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || root.Of("uri").ValueKind == JsonValueKind.String)
        {
            return root.Each();
        }

        foreach (var name in (string[])["items", "_items", "newsItems", "data"])
        {
            if (root.Of(name) is { ValueKind: JsonValueKind.Array } list)
            {
                return list.Each();
            }
        }

        return [root];
    }
}
