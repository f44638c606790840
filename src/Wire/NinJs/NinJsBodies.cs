using Wireroom.Wire.Html;

namespace Wireroom.Wire.NinJs;

/// <summary>Chooses among the bodies of an item: HTML says more than plain text. The others are dropped visibly, unless they say the same.</summary>
internal static class NinJsBodies
{
    internal static WireItem Choose(WireItem item, NinJsDraft draft)
    {
        var chosen = draft.Bodies.FindIndex(IsHtml);
        chosen = chosen >= 0 ? chosen : draft.Bodies.FindIndex(IsPlain);
        if (chosen < 0)
        {
            Drop(draft, -1);
            return item;
        }

        var body = draft.Bodies[chosen];
        Drop(draft, chosen);
        var blocks = IsHtml(body) || HtmlBody.LooksLikeMarkup(body.Value) ? HtmlBody.Read(body.Value) : PlainText.Read(body.Value);
        return item with { Body = blocks, WordCount = item.WordCount ?? draft.Bodies.Select(one => one.WordCount).FirstOrDefault(count => count is not null) };
    }

    private static bool IsHtml(NinJsText body) => (body.Type ?? body.Role ?? "") is "text/html" or "application/xhtml+xml" or "html" or "html5" or "xhtml" || (body.Type is null && body.Role?.EndsWith("html", StringComparison.Ordinal) == true);

    private static bool IsPlain(NinJsText body) => body.Type is null ? body.Role is not ("nitf" or "xml" or "ttnitf" or "json") : body.Type.StartsWith("text/plain", StringComparison.Ordinal);

    private static void Drop(NinJsDraft draft, int chosen)
    {
        var text = chosen < 0 ? null : Bare(draft.Bodies[chosen]);
        for (var at = 0; at < draft.Bodies.Count; at++)
        {
            var other = draft.Bodies[at];
            if (at != chosen && (text is null || !(IsHtml(other) || IsPlain(other)) || Bare(other) != text))
            {
                draft.Dropped.Add(new WireDropped($"bodies.{other.Role ?? other.Type ?? "text"}", other.Value.Length > 1000 ? other.Value[..1000] + "\u2026" : other.Value));
            }
        }
    }

    /// <summary>The letters and figures of a body, to tell whether two say the same.</summary>
    private static string Bare(NinJsText body)
    {
        var text = IsHtml(body) ? PlainText.Write(HtmlBody.Read(body.Value)) : body.Value;
        return string.Concat(text.Where(char.IsLetterOrDigit));
    }
}
