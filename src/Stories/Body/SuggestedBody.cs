using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wireroom.Stories.Body;

/// <summary>One suggestion: who would put in what, or strike what, since when, and in which block of the text (from 1).</summary>
public sealed record Suggestion(string Id, string By, DateTimeOffset At, string Inserted, string Deleted, int Block)
{
    private const int LongestWords = 80;

    /// <summary>It in a sentence's part: “puts in “…””, “strikes “…””, “puts “…” for “…””.</summary>
    public string Words => (Inserted.Length, Deleted.Length) switch
    {
        (0, _) => $"strikes “{Excerpt.Of(Deleted, LongestWords)}”",
        (_, 0) => $"puts in “{Excerpt.Of(Inserted, LongestWords)}”",
        _ => $"puts “{Excerpt.Of(Inserted, LongestWords)}” for “{Excerpt.Of(Deleted, LongestWords)}”",
    };
}

/// <summary>
/// A text with suggestions, in the form in which the editor keeps it: blocks of runs, where a run may carry <c>ins</c> or <c>del</c>, a whole block <c>sug</c>,
/// and the lines of a quotation or the items of a list <c>each</c>. This is the one place that knows how a text is without its suggestions. A
/// <see cref="Copy"/> holds no suggestions, as there is no place in it where one could stand: whatever goes out, is counted, searched, compared or read for
/// its sources is made from a copy.
/// </summary>
public static class SuggestedBody
{
    private const int MostTold = 3;
    private static readonly string[] Lists = ["lines", "items"];

    /// <summary>The blocks as the text is while nothing is accepted: what is proposed is not there, what is struck is.</summary>
    public static JsonArray Rejected(JsonArray body) => Without(body, stays: mark => mark != "ins");

    /// <summary>The blocks with all that stands there, proposed or struck, and no word of which is which.</summary>
    public static JsonArray Bare(JsonArray body) => Without(body, stays: _ => true);

    /// <summary>True where anything in the text is suggested.</summary>
    public static bool IsSuggested(JsonArray body) => Marks(body).Any();

    /// <summary>Every suggestion of a text as it is kept (empty where there is none), in the text's order.</summary>
    public static IReadOnlyList<Suggestion> Of(string suggested)
    {
        if (suggested.Length == 0)
            return [];
        var found = new List<Suggestion>();
        foreach (var (mark, kind, words, block) in Marks(Read(suggested)))
        {
            var at = found.FindIndex(one => one.Id == Text(mark, "id"));
            var one = at >= 0 ? found[at] : new Suggestion(Text(mark, "id"), Text(mark, "by"), DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds(mark)), "", "", block);
            one = kind == "ins" ? one with { Inserted = one.Inserted + words } : one with { Deleted = one.Deleted + words };
            if (at >= 0)
                found[at] = one;
            else
                found.Add(one);
        }

        return found;
    }

    /// <summary>What the suggestions of a text stand in the way of its release with, as a sentence; nothing where there is none.</summary>
    public static IEnumerable<string> WhatIsOpen(string suggested)
    {
        var open = Of(suggested);
        if (open.Count == 0)
            yield break;
        var told = string.Join("; ", open.Take(MostTold).Select(one => $"{one.By} {one.Words} in block {one.Block}"));
        var more = open.Count > MostTold ? $"; and {open.Count - MostTold} more" : "";
        yield return $"{(open.Count == 1 ? "A suggestion is" : $"{open.Count} suggestions are")} neither accepted nor rejected: {told}{more}. Settle {(open.Count == 1 ? "it" : "them")} in the editor.";
    }

    /// <summary>The lines in which passages are found, as <see cref="PassageTrail.TextOf"/> has them for a text without suggestions: what is proposed and what is struck are both there.</summary>
    public static string TextOf(string suggested) => string.Join('\n', Read(suggested).OfType<JsonObject>().SelectMany(Lines).Where(line => !string.IsNullOrWhiteSpace(line)));

    /// <summary>The blocks of a text as it is kept.</summary>
    public static JsonArray Read(string suggested) => JsonNode.Parse(suggested) as JsonArray ?? throw new JsonException("A text with suggestions is no list of blocks.");

    /// <summary>The mark on a node, by its name, or null.</summary>
    public static JsonObject? MarkOf(JsonNode? node, string name) => (node as JsonObject)?[name] as JsonObject;

    private static JsonArray Without(JsonArray body, Func<string, bool> stays)
    {
        var left = new JsonArray();
        foreach (var block in body)
        {
            if (MarkOf(block, "sug") is { } whole && !stays(Text(whole, "kind")))
                continue;
            var copy = block?.DeepClone();
            if (copy is JsonObject fields && Marks([block]).Any())
            {
                Strip(fields, stays);
                if (HoldsNothing(fields))
                    continue;
            }

            left.Add(copy);
        }

        return left;
    }

    private static void Strip(JsonObject block, Func<string, bool> stays)
    {
        block.Remove("sug");
        var each = block["each"] as JsonArray;
        block.Remove("each");
        if (block["text"] is JsonArray text)
            block["text"] = Runs(text, stays);
        foreach (var name in Lists)
        {
            if (block[name] is not JsonArray lines)
                continue;
            var left = new JsonArray();
            for (var at = 0; at < lines.Count; at++)
            {
                if (each?.ElementAtOrDefault(at) is JsonObject mark && !stays(Text(mark, "kind")))
                    continue;
                // A line of which nothing stays is no line.
                if (lines[at] is JsonArray line && Runs(line, stays) is var runs && (runs.Count > 0 || line.Count == 0))
                    left.Add(runs);
            }

            block[name] = left;
        }
    }

    private static JsonArray Runs(JsonArray runs, Func<string, bool> stays)
    {
        var left = new JsonArray();
        foreach (var run in runs)
        {
            if ((MarkOf(run, "ins") is not null && !stays("ins")) || (MarkOf(run, "del") is not null && !stays("del")))
                continue;
            var copy = run?.DeepClone();
            (copy as JsonObject)?.Remove("ins");
            (copy as JsonObject)?.Remove("del");
            left.Add(copy);
        }

        return left;
    }

    /// <summary>As the editor leaves such blocks out.</summary>
    private static bool HoldsNothing(JsonObject block) => Text(block, "kind") switch
    {
        "paragraph" or "heading" => block["text"] is JsonArray text && string.IsNullOrWhiteSpace(Plain(text)),
        "list" => block["items"] is JsonArray { Count: 0 },
        "quote" => block["lines"] is JsonArray { Count: 0 } && Text(block, "by").Length == 0,
        _ => false,
    };

    /// <summary>Every mark with its kind, its words and its block's number.</summary>
    private static IEnumerable<(JsonObject Mark, string Kind, string Words, int Block)> Marks(IEnumerable<JsonNode?> body)
    {
        var number = 0;
        foreach (var block in body.OfType<JsonObject>())
        {
            number++;
            if (MarkOf(block, "sug") is { } whole)
                yield return (whole, Text(whole, "kind"), string.Join(' ', Lines(block).DefaultIfEmpty($"[{Text(block, "kind")}]")), number);
            var lines = new List<JsonArray>();
            if (block["text"] is JsonArray text)
                lines.Add(text);
            foreach (var name in Lists)
                lines.AddRange((block[name] as JsonArray)?.OfType<JsonArray>() ?? []);
            var each = block["each"] as JsonArray;
            for (var at = 0; at < lines.Count; at++)
            {
                if (each?.ElementAtOrDefault(at) is JsonObject line)
                    yield return (line, Text(line, "kind"), Plain(lines[at]), number);
                foreach (var run in lines[at])
                {
                    foreach (var kind in (string[])["ins", "del"])
                    {
                        if (MarkOf(run, kind) is { } mark)
                            yield return (mark, kind, Text(run, "t"), number);
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Lines(JsonObject block) => Text(block, "kind") switch
    {
        "paragraph" or "heading" => [Plain(block["text"])],
        "quote" => ((block["lines"] as JsonArray)?.Select(Plain) ?? []).Append(Text(block, "by")),
        "list" => ((block["items"] as JsonArray)?.Select(Plain) ?? []),
        "preformatted" => [Text(block, "text")],
        _ => [],
    };

    private static string Plain(JsonNode? runs) => string.Concat((runs as JsonArray)?.Select(run => Text(run, "t")) ?? []);

    private static string Text(JsonNode? node, string name) => (node as JsonObject)?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static long Milliseconds(JsonObject mark) => mark["at"] is JsonValue value && value.TryGetValue<long>(out var at) ? Math.Clamp(at, 0, 253_402_300_799_999) : 0;
}
