using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Story;

/// <summary>A story as people name it in a form: by its number, or by its address on the site or on the desk.</summary>
public static class StoryAddress
{
    private const int IdLength = 13;

    /// <summary>The story that a text names, or null. The last part of the site's address ends with the number.</summary>
    public static StoryId? Find(string text)
    {
        var address = text.Trim().Split('?', '#')[0].TrimEnd('/');
        foreach (var part in address.Split('/').Reverse())
        {
            if (part.Length >= IdLength && StoryId.TryParse(part.AsSpan(part.Length - IdLength), out var story))
                return story;
        }

        return null;
    }
}
