using Wireroom.Wire.Feeds;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Wxr;

/// <summary>What an export says of its site: who writes, which terms there are, and which files.</summary>
internal sealed class WxrSite
{
    private const int MostFiles = 200_000;

    private readonly Dictionary<string, string> authors = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Taxonomy, string Slug), (string Name, string? Parent)> terms = [];
    private readonly Dictionary<string, WxrAttachment> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<WxrAttachment>> filesOfPosts = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    internal void Author(XmlElement author)
    {
        string? Part(string name) => author.Child("wp:author_" + name)?.TextOrNull;

        var full = $"{Part("first_name")} {Part("last_name")}".Trim();
        if (Part("login") is { } login && (Part("display_name") ?? (full.Length > 0 ? full : null)) is { } name)
        {
            authors[login] = name;
        }
    }

    /// <summary>The name that a writer is shown with; the login where the export does not say.</summary>
    internal string AuthorOf(string login) => authors.GetValueOrDefault(login, login);

    internal void Term(XmlElement term)
    {
        string? Part(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (term.Child("wp:" + name) is { } child && FeedItemDraft.Line(child) is { } line)
                {
                    return line;
                }
            }

            return null;
        }

        var taxonomy = term.Name switch { "wp:category" => "category", "wp:tag" => "post_tag", _ => Part("term_taxonomy") ?? "category" };
        if (Part("category_nicename", "tag_slug", "term_slug") is { } slug)
        {
            terms[(taxonomy, slug)] = (Part("cat_name", "tag_name", "term_name") ?? slug, Part("category_parent", "term_parent"));
        }
    }

    /// <summary>The names of the terms above one, nearest first; null where there are none.</summary>
    internal List<string>? Parents(string taxonomy, string? slug)
    {
        List<string>? parents = null;
        for (var at = slug is null ? null : terms.GetValueOrDefault((taxonomy, slug)).Parent; at is not null && (parents?.Count ?? 0) < 16; at = terms.GetValueOrDefault((taxonomy, at)).Parent)
        {
            (parents ??= []).Add(terms.TryGetValue((taxonomy, at), out var parent) ? parent.Name : at);
        }

        return parents;
    }

    internal void Take(WxrAttachment file)
    {
        if (file.Id is not { } id || files.Count >= MostFiles || !files.TryAdd(id, file))
        {
            return;
        }

        if (file.Parent is { } parent)
        {
            if (!filesOfPosts.TryGetValue(parent, out var ofPost))
            {
                filesOfPosts[parent] = ofPost = [];
            }

            ofPost.Add(file);
        }
    }

    /// <summary>The file of that number, which is then in use.</summary>
    internal WxrAttachment? File(string? id)
    {
        if (id is null || !files.TryGetValue(id, out var file))
        {
            return null;
        }

        used.Add(id);
        return file;
    }

    /// <summary>The files that were uploaded to a post.</summary>
    internal IReadOnlyList<WxrAttachment> FilesOf(string? post)
    {
        var ofPost = post is null ? null : filesOfPosts.GetValueOrDefault(post);
        used.UnionWith(ofPost?.Select(file => file.Id!) ?? []);
        return ofPost ?? [];
    }

    /// <summary>The files that belong to no post of the export.</summary>
    internal List<WireDropped> Unused() => [.. files.Values.Where(file => !used.Contains(file.Id!)).Select(file => new WireDropped("attachment", file.Media.Href))];
}
