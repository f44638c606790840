using System.Buffers;

namespace Wireroom.Wire.Json;

/// <summary>
/// Cuts a JSON text into pieces as it goes by. Without the name of a list a piece is a whole value: each member of an outer list, or values behind each other
/// (JSON Lines). With one, outer objects are opened: a piece is a member of theirs, and where the member of that name is a list, each value of that list.
/// Strings and comments are seen as such; whether a piece is JSON is for who parses it to say, and a cut that comes within one leaves it cut.
/// </summary>
internal sealed class JsonPieces(TextReader text, int longest, string? list = null)
{
    private static readonly SearchValues<char> Structure = SearchValues.Create("\"{}[]/");
    private static readonly SearchValues<char> InText = SearchValues.Create("\"\\");
    private static readonly SearchValues<char> EndOfScalar = SearchValues.Create(",]}{[\"/ \t\r\n");

    private readonly char[] buffer = new char[64 * 1024];
    private readonly TextPile piece = new();
    private int at;
    private int end;
    private int line = 1;
    private int column = 1;
    private int values;
    private bool inObject;
    private bool inList;
    private bool tooLong;
    private bool comma;

    /// <summary>What kind of piece <see cref="Read"/> came upon.</summary>
    internal enum Kind
    {
        /// <summary>The end, or what is no JSON.</summary>
        End,

        /// <summary>An object is opened.</summary>
        Start,

        /// <summary>A member of the object.</summary>
        Member,

        /// <summary>The named list begins.</summary>
        List,

        /// <summary>A value of the list, or one by itself.</summary>
        Value,

        /// <summary>A member or value that is longer than the bound, and was passed over.</summary>
        TooLong,
    }

    /// <summary>Longest piece, in characters; a longer one is passed over.</summary>
    internal int Longest => longest;

    /// <summary>True where the end was no end, but something that is no JSON.</summary>
    internal bool IsBroken { get; private set; }

    /// <summary>True where the text ended within an object that was opened.</summary>
    internal bool IsCut => inObject;

    /// <summary>True once a list was opened, whatever it holds.</summary>
    internal bool HasList { get; private set; }

    /// <summary>True where the piece is a value of the list.</summary>
    internal bool IsListed { get; private set; }

    /// <summary>Name of the member, with its quotation marks as sent.</summary>
    internal string Name { get; private set; } = "";

    /// <summary>The member's value, or the value by itself, as sent.</summary>
    internal string Value { get; private set; } = "";

    /// <summary>Where the value begins, from 1.</summary>
    internal (int Line, int Column) Place { get; private set; }

    /// <summary>What was wrong between the value and the one before: a fault's code, or null.</summary>
    internal string? Fault { get; private set; }

    /// <summary>Goes on to the next piece.</summary>
    internal Kind Read() => list is null ? NextValue() : inList ? NextOfList() : inObject ? NextMember() : NextObject();

    private Kind NextValue()
    {
        string? between = null;
        while (true)
        {
            var before = line;
            comma = false;
            var next = Skip(",");
            if (next == ']' && inList)
            {
                Pass(1);
                inList = false;
                continue;
            }

            if (next < 0)
            {
                return Kind.End;
            }

            if (next == '[' && !inList)
            {
                Pass(1);
                between = values > 0 ? "several-values" : null;
                inList = HasList = true;
                values = 0;
                continue;
            }

            // Values on lines of their own are JSON Lines, and nothing is wrong with them.
            Fault = between ?? (values == 0 || comma ? null : inList ? "missing-comma" : before == line ? "several-values" : null);
            IsListed = inList;
            values++;
            return Taken(Kind.Value);
        }
    }

    private Kind NextObject()
    {
        // Lists around objects, and objects behind each other, count as one.
        var next = Skip(",[]");
        inObject = next == '{';
        if (!inObject)
        {
            return Broken(next);
        }

        Pass(1);
        return Kind.Start;
    }

    private Kind NextMember()
    {
        var next = Skip(",");
        if (next == '}')
        {
            Pass(1);
            inObject = false;
            return NextObject();
        }

        if (next != '"')
        {
            return Broken(next);
        }

        Take();
        Name = piece.Take();
        next = Skip(":");
        if (next == '[' && Name.AsSpan(1, Math.Max(0, Name.Length - 2)).Equals(list, StringComparison.OrdinalIgnoreCase))
        {
            Pass(1);
            inList = HasList = true;
            return Kind.List;
        }

        return next is '}' or ']' ? Broken(next) : next < 0 ? Kind.End : Taken(Kind.Member);
    }

    private Kind NextOfList()
    {
        var next = Skip(",");
        if (next == ']')
        {
            Pass(1);
            inList = false;
            return NextMember();
        }

        return next == '}' ? Broken(next) : next < 0 ? Kind.End : Taken(Kind.Value);
    }

    private Kind Broken(int next)
    {
        IsBroken = next >= 0;
        return Kind.End;
    }

    private Kind Taken(Kind kind)
    {
        Place = (line, column);
        Take();
        Value = piece.Take();
        return tooLong ? Kind.TooLong : kind;
    }

    /// <summary>Passes over blanks, comments and those characters; the character behind them, or -1 at the end of the text.</summary>
    private int Skip(string passed)
    {
        while (Peek() is var c && c >= 0)
        {
            if (c == '/')
            {
                Comment(isKept: false);
            }
            else if (char.IsWhiteSpace((char)c) || passed.Contains((char)c) || c is '\uFEFF' or '\0' or '\x1E')
            {
                comma |= c == ',';
                Pass(1);
            }
            else
            {
                return c;
            }
        }

        return -1;
    }

    /// <summary>Takes a value into the pile, whole or as far as the text goes.</summary>
    private void Take()
    {
        tooLong = false;
        var depth = 0;
        while (Peek() is var c && c >= 0)
        {
            switch (c)
            {
                case '"':
                    Text();
                    break;
                case '/':
                    Comment(isKept: true);
                    break;
                case '{' or '[':
                    depth++;
                    Keep(1);
                    break;
                case '}' or ']' when depth > 0:
                    depth--;
                    Keep(1);
                    break;
                case '}' or ']' or ',' or ':' when depth == 0:
                    // What stands for a value and is none is taken, so that there is an end.
                    Keep(1);
                    break;
                default:
                    Until(depth == 0 ? EndOfScalar : Structure);
                    break;
            }

            if (depth == 0)
            {
                return;
            }
        }
    }

    private void Text()
    {
        Keep(1);
        while (Until(InText))
        {
            var closes = buffer[at] == '"';
            Keep(1);
            if (closes)
            {
                return;
            }

            if (Peek() >= 0)
            {
                // What follows a backslash belongs to it.
                Keep(1);
            }
        }
    }

    private void Comment(bool isKept)
    {
        Action<int> take = isKept ? Keep : Pass;
        take(1);
        if (Peek() is not ('/' or '*'))
        {
            return;
        }

        var isBlock = buffer[at] == '*';
        take(1);
        for (var before = '\0'; Peek() is var c && c >= 0 && (isBlock || c != '\n'); before = (char)c)
        {
            take(1);
            if (isBlock && c == '/' && before == '*')
            {
                return;
            }
        }
    }

    /// <summary>Keeps all up to one of these characters; false where the text ends before.</summary>
    private bool Until(SearchValues<char> sought)
    {
        while (Peek() >= 0)
        {
            var found = buffer.AsSpan(at, end - at).IndexOfAny(sought);
            Keep(found < 0 ? end - at : found);
            if (found >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private void Keep(int count)
    {
        if (piece.Length + count > longest)
        {
            tooLong = true;
            piece.Clear();
        }

        if (!tooLong)
        {
            piece.Append(buffer.AsSpan(at, count));
        }

        Pass(count);
    }

    private void Pass(int count)
    {
        var passed = buffer.AsSpan(at, count);
        var last = passed.LastIndexOf('\n');
        line += last < 0 ? 0 : passed.Count('\n');
        column = last < 0 ? column + count : count - last;
        at += count;
    }

    private int Peek() => at < end || Fill() ? buffer[at] : -1;

    private bool Fill()
    {
        (at, end) = (0, text.Read(buffer, 0, buffer.Length));
        return end > 0;
    }
}
