using System.Text;

namespace Wireroom.Wire.Json;

/// <summary>One value of a document that may be too long to be held: its text, whether it stood in the outer list, whether its end came, and where it began (from 1).</summary>
internal readonly record struct JsonPiece(string Text, bool IsListed, bool IsWhole, int Line, int Column)
{
    /// <summary>What was wrong between this value and the one before: a fault's code, or null.</summary>
    internal string? Fault { get; init; }
}

/// <summary>
/// Cuts a document into its values as the characters go by: the members of an outer list one by one, or values behind each other (JSON Lines). Strings and
/// comments are seen as such; whether a value is JSON is for who parses it to say.
/// </summary>
internal sealed class JsonSequence(TextReader source)
{
    private readonly char[] buffer = new char[32 * 1024];
    private readonly StringBuilder piece = new();
    private int next;
    private int filled;
    private int line = 1;
    private int column;

    /// <summary>True once an outer list was opened, whatever it holds.</summary>
    internal bool IsList { get; private set; }

    /// <summary>Every value in order. One longer than <see cref="JsonText.Longest"/> is cut there and ends the document.</summary>
    internal IEnumerable<JsonPiece> Read()
    {
        var listed = false;
        var values = 0;
        while (true)
        {
            var before = line;
            var comma = Skip(listed, out var closed);
            listed &= !closed;
            if (Peek() is not { } first)
            {
                yield break;
            }

            if (!listed && first == '[')
            {
                Next();
                listed = IsList = true;
                var between = values > 0 ? "several-values" : null;
                values = 0;
                if (between is not null)
                {
                    yield return new JsonPiece("", false, true, line, column) { Fault = between };
                }

                continue;
            }

            // Values on lines of their own are JSON Lines, and nothing is wrong with them.
            var fault = values == 0 || comma ? null : listed ? "missing-comma" : before == line ? "several-values" : null;
            var (atLine, atColumn) = (line, column + 1);
            var whole = Value();
            values++;
            yield return new JsonPiece(piece.ToString(), listed, whole, atLine, atColumn) { Fault = fault };
            if (piece.Length > JsonText.Longest)
            {
                yield break;
            }
        }
    }

    /// <summary>Passes over blanks, commas, and the end of the outer list; true where a comma stood.</summary>
    private bool Skip(bool listed, out bool closed)
    {
        var comma = closed = false;
        while (Peek() is { } c && (char.IsWhiteSpace(c) || c is ',' or '\uFEFF' or '\0' or '\x1E' || (c == ']' && listed && !closed) || c == '/'))
        {
            comma |= c == ',';
            closed |= c == ']';
            if (c == '/')
            {
                Comment(keep: false);
            }
            else
            {
                Next();
            }
        }

        return comma;
    }

    /// <summary>Takes one value into <see cref="piece"/>; false where the document ended before it.</summary>
    private bool Value()
    {
        piece.Clear();
        var depth = 0;
        while (Peek() is { } c && piece.Length <= JsonText.Longest)
        {
            if (c == '"')
            {
                if (!Text())
                {
                    return false;
                }
            }
            else if (c == '/')
            {
                Comment(keep: true);
            }
            else if (depth == 0 && c is ',' or ']' or '}')
            {
                // A number or word of the list ends before what parts it from the next; a stray bracket is taken, so that there is an end.
                if (piece.Length > 0)
                {
                    return true;
                }

                piece.Append(Next());
                return true;
            }
            else
            {
                piece.Append(Next());
                depth += c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
            }

            if (depth == 0 && piece[^1] is '}' or ']' or '"')
            {
                return true;
            }
        }

        return depth == 0;
    }

    private bool Text()
    {
        piece.Append(Next());
        while (Peek() is { } c && piece.Length <= JsonText.Longest)
        {
            piece.Append(Next());
            if (c == '\\' && Peek() is not null)
            {
                piece.Append(Next());
            }
            else if (c == '"')
            {
                return true;
            }
        }

        return false;
    }

    private void Comment(bool keep)
    {
        var start = piece.Length;
        piece.Append(Next());
        if (Peek() is '/' or '*')
        {
            var block = Peek() == '*';
            piece.Append(Next());
            while (Peek() is { } c && !(c == '\n' && !block))
            {
                piece.Append(Next());
                if (block && c == '/' && piece.Length - start > 3 && piece[^2] == '*')
                {
                    break;
                }
            }
        }

        if (!keep)
        {
            piece.Length = start;
        }
    }

    private char? Peek() => next < filled || Fill() ? buffer[next] : null;

    private char Next()
    {
        var c = buffer[next++];
        if (c == '\n')
        {
            line++;
            column = 0;
        }
        else
        {
            column++;
        }

        return c;
    }

    private bool Fill()
    {
        (next, filled) = (0, source.Read(buffer.AsSpan()));
        return filled > 0;
    }
}
