using Wireroom.Wire.Html;

namespace Wireroom.Wire.NinJs;

/// <summary>
/// Descriptions by role: credit line and dateline have roles of their own, the first that is a summary is the standfirst, and all that say
/// something else stay what they are.
/// </summary>
internal static class NinJsDescriptions
{
    private static readonly string[] Summaries = ["summary", "caption", "text", "abstract", "standfirst", "teaser", "short", "medium", "long", "description", "main", "xhtml", "html", "usage", "intro", "lead"];

    /// <summary>The role of what an item of that kind has for a standfirst.</summary>
    internal static string RoleOf(string kind) => kind is "picture" or "graphic" or "video" or "audio" ? "caption" : "summary";

    /// <summary>The descriptions that are written: the standfirst, unless one of the others says it under a role of its own, and the others.</summary>
    internal static IEnumerable<WireText> Of(WireItem item) =>
        item.Standfirst is null || item.Descriptions.Any(one => one.Text == item.Standfirst) ? item.Descriptions : item.Descriptions.Prepend(new WireText(item.Standfirst, RoleOf(item.Kind)));

    internal static WireItem Settle(WireItem item, NinJsDraft draft)
    {
        var others = new List<WireText>();
        foreach (var (role, type, value, _) in draft.Descriptions.Where(one => one.Value.Length > 0))
        {
            var plain = type == "text/plain" && !HtmlBody.LooksLikeMarkup(value) ? value : PlainText.Write(HtmlBody.Read(value));
            if (plain.Length == 0)
            {
                continue;
            }

            if (role is "creditline" or "credit" && item.Credit is null)
            {
                item = item with { Credit = plain };
            }
            else if (role is "dateline" && item.Dateline is null)
            {
                item = item with { Dateline = plain };
            }
            else if (item.Standfirst is null && (role is null or "" || Summaries.Contains(role)))
            {
                item = item with { Standfirst = plain };
                if (role is not (null or "" or "text" or "xhtml" or "html" or "description") && role != RoleOf(item.Kind))
                {
                    others.Add(new WireText(plain, role));
                }
            }
            else if (plain != item.Standfirst || (role is not null && others.Exists(other => other.Text == plain)))
            {
                others.Add(new WireText(plain, role ?? ""));
            }
        }

        return item with { Descriptions = others };
    }
}
