using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Desk.Editor;

/// <summary>What is being written: a copy, which is the text as it would go out, and beside it the text with its suggestions where there are any.</summary>
public sealed record Draft(Copy Copy, string Suggested = "")
{
    /// <summary>What a version holds.</summary>
    public static Draft Of(Stories.Version version) => new(version.Copy, version.Suggested);

    /// <summary>The text as the editor in the browser takes it.</summary>
    public string Json => Suggested.Length > 0 ? Suggested : EditorJson.Of(Copy.Body);
}

/// <summary>
/// Reads what the editor in the browser sends: parts the text from its suggestions. Each block is read strictly, with all that stands in it, as
/// <see cref="EditorBody"/> reads it; a suggestion that was not there before is of whoever sends it, whatever it says.
/// </summary>
public static class EditorDraft
{
    private const int LongestId = 40;
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Default };
    private static readonly string[] Styles = ["b", "i", "sup", "sub"];

    /// <summary>The body, the text with its suggestions or nothing, and the sentence that says what is wrong with it.</summary>
    /// <param name="json">What the editor sent.</param>
    /// <param name="me">Who sends it.</param>
    /// <param name="now">When.</param>
    /// <param name="known">The texts in which suggestions of others stand that may come back.</param>
    public static (IReadOnlyList<Block> Body, string Suggested, string? Fault) Read(string json, string me, DateTimeOffset now, params ReadOnlySpan<string> known)
    {
        if (ArrayOf(json) is not { } body || !SuggestedBody.IsSuggested(body))
        {
            var (plain, fault) = EditorBody.Read(json);
            return (plain, "", fault);
        }

        var (_, unfit) = EditorBody.Read(SuggestedBody.Bare(body).ToJsonString());
        if (unfit is not null)
            return ([], "", unfit);
        var standing = new Dictionary<string, Suggestion>();
        foreach (var text in known)
        {
            foreach (var one in SuggestedBody.Of(text))
                standing[one.Id] = one;
        }

        var (accepted, wrong) = EditorBody.Read(SuggestedBody.Rejected(body).ToJsonString());
        // What is nothing with all that stands in it was not looked at, and is not kept.
        var marked = new JsonArray([.. body.Where(block => SuggestedBody.Bare(new JsonArray(block!.DeepClone())).Count > 0).Select(block => Canonical((JsonObject)block!, Mark))]);
        return (accepted, SuggestedBody.IsSuggested(marked) ? marked.ToJsonString(Plain) : "", wrong);

        JsonObject? Mark(JsonObject? mark, bool hasKind)
        {
            if (mark is null)
                return null;
            var id = Short(mark, "id", LongestId);
            var stood = standing.GetValueOrDefault(id);
            var at = stood?.At.ToUnixTimeMilliseconds() ?? (mark["at"] is JsonValue value && value.TryGetValue<long>(out var sent) && sent > 0 && sent < now.ToUnixTimeMilliseconds() ? sent : now.ToUnixTimeMilliseconds());
            var read = new JsonObject();
            if (hasKind)
                read["kind"] = Short(mark, "kind", 3) == "ins" ? "ins" : "del";
            read["id"] = id.Length > 0 ? id : Guid.NewGuid().ToString("n")[..8];
            read["by"] = stood?.By ?? me;
            read["at"] = at;
            return read;
        }
    }

    /// <summary>The draft with one suggestion more: in the first paragraph that holds the words, others for them; as it was where none holds them in one run.</summary>
    public static Draft Suggesting(Draft draft, string words, string instead, string by, DateTimeOffset at)
    {
        var body = ArrayOf(draft.Json) ?? [];
        foreach (var runs in body.Select(block => block!["text"]).OfType<JsonArray>())
        {
            for (var place = 0; place < runs.Count; place++)
            {
                var run = (JsonObject)runs[place]!;
                var text = run["t"]!.GetValue<string>();
                var start = text.IndexOf(words, StringComparison.Ordinal);
                if (start < 0 || words.Length == 0 || run.ContainsKey("ins") || run.ContainsKey("del"))
                    continue;
                var id = Guid.NewGuid().ToString("n")[..8];
                (string Text, string Mark)[] parts = [(text[..start], ""), (words, "del"), (instead, "ins"), (text[(start + words.Length)..], "")];
                runs.RemoveAt(place);
                foreach (var (part, mark) in parts.Where(part => part.Text.Length > 0).Reverse())
                {
                    var piece = (JsonObject)run.DeepClone();
                    piece["t"] = part;
                    if (mark.Length > 0)
                        piece[mark] = new JsonObject { ["id"] = id, ["by"] = by, ["at"] = at.ToUnixTimeMilliseconds() };
                    runs.Insert(place, piece);
                }

                return Of(draft.Copy, body.Select(block => block!.ToJsonString(Plain)));
            }
        }

        return draft;
    }

    /// <summary>The blocks one by one, each as text that differs wherever the editor would show a difference.</summary>
    public static IReadOnlyList<string> Blocks(Draft draft) => draft.Suggested.Length == 0
        ? [.. draft.Copy.Body.Select(block => EditorJson.Of([block])[1..^1])]
        : [.. SuggestedBody.Read(draft.Suggested).Select(block => block!.ToJsonString(Plain))];

    /// <summary>A text of such blocks; the suggestions in it stay whose they are.</summary>
    public static Draft Of(Copy copy, IEnumerable<string> blocks)
    {
        var body = ArrayOf($"[{string.Join(',', blocks)}]") ?? [];
        var (read, _) = EditorBody.Read(SuggestedBody.Rejected(body).ToJsonString());
        return new Draft(copy with { Body = read }, SuggestedBody.IsSuggested(body) ? body.ToJsonString(Plain) : "");
    }

    /// <summary>Such blocks with all that stands in them, proposed or struck, for people to look at.</summary>
    public static IReadOnlyList<Block> Shown(IEnumerable<string> blocks) => EditorBody.Read(SuggestedBody.Bare(ArrayOf($"[{string.Join(',', blocks)}]") ?? []).ToJsonString()).Body;

    private static JsonArray? ArrayOf(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 16 }) is JsonArray body && body.All(block => block is JsonObject) ? body : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The block as <see cref="EditorJson"/> writes it, with its marks.</summary>
    private static JsonObject Canonical(JsonObject block, Func<JsonObject?, bool, JsonObject?> mark)
    {
        JsonObject written;
        if (block["kind"]?.GetValue<string>() is "paragraph" or "heading" or "quote" or "list")
        {
            written = new JsonObject();
            foreach (var name in (string[])["kind", "level", "numbered", "text", "lines", "items", "by"])
            {
                if (block[name] is not { } value)
                    continue;
                written[name] = (name, value) switch
                {
                    ("text", JsonArray runs) => Runs(runs, mark),
                    ("lines" or "items", JsonArray lines) => new JsonArray([.. lines.Select(line => Runs((JsonArray)line!, mark))]),
                    ("by", _) => EditorBody.Clean(value.GetValue<string>()),
                    _ => value.DeepClone(),
                };
            }

            if (block["each"] is JsonArray each && each.Any(one => one is JsonObject))
                written["each"] = new JsonArray([.. each.Select(one => mark(one as JsonObject, true))]);
        }
        else
        {
            var (read, _) = EditorBody.Read(SuggestedBody.Bare(new JsonArray(block.DeepClone())).ToJsonString());
            written = (JsonObject)JsonNode.Parse(EditorJson.Of(read))!.AsArray()[0]!.DeepClone();
        }

        if (mark(SuggestedBody.MarkOf(block, "sug"), true) is { } whole)
            written["sug"] = whole;
        return written;
    }

    private static JsonArray Runs(JsonArray runs, Func<JsonObject?, bool, JsonObject?> mark)
    {
        var written = new JsonArray();
        foreach (var run in runs.OfType<JsonObject>())
        {
            var text = EditorBody.Clean(run["t"]!.GetValue<string>());
            if (text.Length == 0)
                continue;
            var one = new JsonObject { ["t"] = text };
            foreach (var style in Styles.Where(style => run[style] is JsonValue value && value.TryGetValue<bool>(out var on) && on))
                one[style] = true;
            if (run["href"] is JsonValue link && link.TryGetValue<string>(out var href))
                one["href"] = href.Trim();
            foreach (var name in (string[])["ins", "del"])
            {
                if (mark(SuggestedBody.MarkOf(run, name), false) is { } suggested)
                    one[name] = suggested;
            }

            written.Add(one);
        }

        return written;
    }

    private static string Short(JsonObject mark, string name, int most) =>
        mark[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length <= most ? EditorBody.Clean(text) : "";
}
