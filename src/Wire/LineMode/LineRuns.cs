using System.Text;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.LineMode;

/// <summary>Text with the signs of the typesetter to runs: font one is plain, font two and the upper rail are strong, font three is emphasis.</summary>
internal static class LineRuns
{
    internal static List<WireRun> Read(string text)
    {
        var runs = new List<WireRun>();
        var style = WireStyle.None;
        var part = new StringBuilder();
        var instruction = false;
        foreach (var c in text)
        {
            // What stands between SCD and ECD is for the typesetting machine alone.
            instruction = c == Control.StartOfInstruction || (instruction && c != Control.EndOfInstruction);
            if (instruction || c == Control.EndOfInstruction)
            {
                continue;
            }

            var next = c switch
            {
                Control.FontOne or Control.LowerRail => WireStyle.None,
                Control.FontTwo or Control.UpperRail => WireStyle.Bold,
                Control.FontThree => WireStyle.Italic,
                _ => style,
            };
            if (next != style)
            {
                Add(runs, part, style);
                style = next;
            }
            else if (c == Control.SpaceBand)
            {
                part.Append(' ');
            }
            else if (!char.IsControl(c) || c is '\t')
            {
                part.Append(c);
            }
        }

        Add(runs, part, style);
        return Trimmed(runs);
    }

    /// <summary>The text alone, on one line.</summary>
    internal static string Plain(string text) => PlainText.Write(Read(text));

    /// <summary>The text without signs, its spaces as they are.</summary>
    internal static string Unmarked(string text) => text.Any(char.IsControl) ? string.Concat(text.Where(c => !char.IsControl(c))) : text;

    private static void Add(List<WireRun> runs, StringBuilder part, WireStyle style)
    {
        if (part.Length > 0)
        {
            runs.Add(new WireRun(part.ToString(), style));
            part.Clear();
        }
    }

    /// <summary>Spaces are single, within runs and across them, and none stands at either end.</summary>
    private static List<WireRun> Trimmed(List<WireRun> runs)
    {
        var made = new List<WireRun>();
        var space = true;
        foreach (var run in runs)
        {
            var text = new StringBuilder();
            foreach (var c in run.Text)
            {
                var white = Spaces.IsWhite(c);
                if (!white || !space)
                {
                    text.Append(white ? ' ' : c);
                }

                space = white;
            }

            if (text.Length > 0)
            {
                made.Add(run with { Text = text.ToString() });
            }
        }

        while (made.Count > 0 && made[^1].Text.TrimEnd(' ') is var last && last.Length < made[^1].Text.Length)
        {
            made[^1] = made[^1] with { Text = last };
            if (last.Length > 0)
            {
                break;
            }

            made.RemoveAt(made.Count - 1);
        }

        return made;
    }
}
