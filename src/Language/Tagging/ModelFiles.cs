using System.Reflection;

namespace Wireroom.Language.Tagging;

/// <summary>The weights and lists that lie in the program.</summary>
internal static class ModelFiles
{
    /// <summary>The bytes of one of them.</summary>
    /// <exception cref="InvalidDataException">There is none of this name.</exception>
    public static byte[] Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name + ".bin") ?? throw new InvalidDataException($"The weights or the list {name} are not in the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
