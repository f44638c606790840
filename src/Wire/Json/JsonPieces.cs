using System.Buffers;

namespace Wireroom.Wire.Json;

/// <summary>
/// Cuts a long JSON text into pieces as it goes by: the members of its outermost objects, and where a member of one name is a list,
/// the values of that list one by one. What a piece holds is not looked at; a cut that comes within one leaves it cut.
/// </summary>
internal sealed class JsonPieces(TextReader text, string list)
{
    /// <summary>Longest piece, in characters; a longer one is passed over.</summary>
    internal const int Longest = 16 * 1024 * 1024;

    private static readonly SearchValues<char> Structure = SearchValues.Create("\"{}[]");
    private static readonly SearchValues<char> InText = SearchValues.Create("\"\\");
    private static readonly SearchValues<char> EndOfScalar = SearchValues.Create(",]} \t\r\n");

    private readonly char[] buffer = new char[64 * 1024];
    private readonly TextPile piece = new();
    private int at;
    private int end;
    private bool inObject;
    private bool inList;
    private bool tooLong;

    /// <summary>What kind of piece <see cref="Read"/> came upon.</summary>
    internal enum Kind
    {
        /// <summary>The end, or what is no JSON.</summary>
        End,

        /// <summary>An object begins.</summary>
        Start,

        /// <summary>A member of the object.</summary>
        Member,

        /// <summary>The named list begins.</summary>
        List,

        /// <summary>A value of the list.</summary>
        Value,

        /// <summary>A member or value that is longer than the bound, and was passed over.</summary>
        TooLong,
    }

    /// <summary>True where the end was no end, but something that is no JSON.</summary>
    internal bool IsBroken { get; private set; }

    /// <summary>True where the text ended within an object.</summary>
    internal bool IsCut => inObject;

    /// <summary>Name of the member, with its quotation marks as sent.</summary>
    internal string Name { get; private set; } = "";

    /// <summary>The member's value, or the value of the list, as sent.</summary>
    internal string Value { get; private set; } = "";

    /// <summary>Goes on to the next piece.</summary>
    internal Kind Read()
    {
        if (inList)
        {
            return Next(',') is var next && next == ']' ? EndOfList() : next < 0 ? Kind.End : Taken(Kind.Value);
        }

        if (!inObject)
        {
            // Lists around feeds, and feeds behind each other, count as one.
            var opens = Next(',', '[', ']');
            at += opens == '{' ? 1 : 0;
            inObject = opens == '{';
            return inObject ? Kind.Start : Broken(opens);
        }

        var first = Next(',');
        if (first == '}')
        {
            at++;
            inObject = false;
            return Read();
        }

        if (first != '"')
        {
            return Broken(first);
        }

        Take();
        Name = piece.Take();
        if (Next(':') < 0)
        {
            return Kind.End;
        }

        if (Next(':') == '[' && Name.AsSpan(1, Math.Max(0, Name.Length - 2)).Equals(list, StringComparison.OrdinalIgnoreCase))
        {
            at++;
            inList = true;
            return Kind.List;
        }

        return Taken(Kind.Member);
    }

    private Kind EndOfList()
    {
        at++;
        inList = false;
        return Read();
    }

    private Kind Broken(int next)
    {
        IsBroken = next >= 0;
        return Kind.End;
    }

    private Kind Taken(Kind kind)
    {
        var before = Next(':', ',');
        if (before is '}' or ']' || !Take())
        {
            return Broken(before);
        }

        Value = piece.Take();
        return tooLong ? Kind.TooLong : kind;
    }

    /// <summary>The next character that is neither white nor one of those; -1 at the end of the text.</summary>
    private int Next(params ReadOnlySpan<char> passed)
    {
        while (at < end || Fill())
        {
            if (!char.IsWhiteSpace(buffer[at]) && !passed.Contains(buffer[at]) && buffer[at] != '\uFEFF')
            {
                return buffer[at];
            }

            at++;
        }

        return -1;
    }

    /// <summary>Takes a whole value; false where there is none.</summary>
    private bool Take()
    {
        tooLong = false;
        if (buffer[at] == '"')
        {
            Text();
        }
        else if (buffer[at] is '{' or '[')
        {
            Nested();
        }
        else
        {
            Until(EndOfScalar);
        }

        return tooLong || piece.Length > 0;
    }

    private void Nested()
    {
        var depth = 0;
        do
        {
            switch (buffer[at])
            {
                case '"':
                    Text();
                    break;
                case '{' or '[':
                    depth++;
                    Keep(1);
                    break;
                case '}' or ']':
                    depth--;
                    Keep(1);
                    break;
                default:
                    Keep(1);
                    break;
            }
        }
        while (depth > 0 && Until(Structure));
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

            if (at < end || Fill())
            {
                // What follows a backslash belongs to it.
                Keep(1);
            }
        }
    }

    /// <summary>Keeps all up to one of these characters; false where the text ends before.</summary>
    private bool Until(SearchValues<char> sought)
    {
        while (at < end || Fill())
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
        if (piece.Length + count > Longest)
        {
            tooLong = true;
            piece.Clear();
        }

        if (!tooLong)
        {
            piece.Append(buffer.AsSpan(at, count));
        }

        at += count;
    }

    private bool Fill()
    {
        (at, end) = (0, text.Read(buffer, 0, buffer.Length));
        return end > 0;
    }
}
