using System.Text;

namespace Wireroom.Wire.Json;

/// <summary>Mends what can be mended in JSON without guessing at values: escapes raw control characters, puts several values into one array, closes what was cut short.</summary>
internal static class JsonRepair
{
    internal static string Mend(string text, out string code)
    {
        var mended = new StringBuilder(text.Length + 16);
        var open = new Stack<char>();
        var values = 0;
        var whole = 0;
        code = "raw-control-character";
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (open.Count == 0 && values > 0 && c is '{' or '[')
            {
                code = "several-values";
                mended.Append(',');
            }

            switch (c)
            {
                case '"':
                    at = Text(text, at, mended, out var closed);
                    if (!closed)
                    {
                        return Close(mended, open, whole, values, out code);
                    }

                    break;
                case '{' or '[':
                    open.Push(c == '{' ? '}' : ']');
                    mended.Append(c);
                    break;
                case '}' or ']':
                    if (open.Count > 0 && open.Peek() == c)
                    {
                        open.Pop();
                        mended.Append(c);
                        values += open.Count == 0 ? 1 : 0;
                    }

                    break;
                default:
                    mended.Append(c < ' ' && c is not ('\t' or '\n' or '\r') ? ' ' : c);
                    break;
            }

            if (c is '}' or ']' or ',')
            {
                // Up to here every value is whole.
                whole = mended.Length;
            }
        }

        return open.Count > 0 ? Close(mended, open, whole, values, out code) : Wrapped(mended, code);
    }

    /// <summary>Copies a text with its quotation marks, and returns where it ends.</summary>
    private static int Text(string text, int at, StringBuilder mended, out bool closed)
    {
        mended.Append('"');
        for (at++; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\\' && at + 1 < text.Length)
            {
                mended.Append(c).Append(text[++at]);
            }
            else if (c == '"')
            {
                mended.Append('"');
                closed = true;
                return at;
            }
            else if (c < ' ')
            {
                mended.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                mended.Append(c);
            }
        }

        closed = false;
        return at;
    }

    /// <summary>Cuts back to the last whole value and closes what is open around it.</summary>
    private static string Close(StringBuilder mended, Stack<char> open, int whole, int values, out string code)
    {
        // What was opened behind the last whole value goes with it.
        var tail = mended.ToString(whole, mended.Length - whole);
        var inside = false;
        for (var at = 0; at < tail.Length; at++)
        {
            if (tail[at] == '\\' && inside)
            {
                at++;
            }
            else if (tail[at] == '"')
            {
                inside = !inside;
            }
            else if (!inside && tail[at] is '{' or '[' && open.Count > 0)
            {
                open.Pop();
            }
        }

        mended.Length = whole;
        while (mended.Length > 0 && (mended[^1] == ',' || char.IsWhiteSpace(mended[^1])))
        {
            mended.Length--;
        }

        while (open.Count > 0)
        {
            mended.Append(open.Pop());
        }

        code = "truncated";
        return values > 0 ? Wrapped(mended, "several-values") : mended.ToString();
    }

    private static string Wrapped(StringBuilder mended, string code) => code == "several-values" ? $"[{mended}]" : mended.ToString();
}
