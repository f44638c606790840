using System.Text.Json;

namespace Wireroom.Newsroom.Paper;

/// <summary>The addresses of the bundled scripts, styles and fonts: the name that a page asks for, and the hashed name that never changes its content.</summary>
public sealed class Assets
{
    private readonly Dictionary<string, string> addresses;

    private Assets(string folder, Dictionary<string, string> addresses)
    {
        Folder = folder;
        this.addresses = addresses;
    }

    /// <summary>The folder of the bundled files.</summary>
    public string Folder { get; }

    /// <summary>Reads the manifest that the bundler wrote. Without one, pages are plain and still complete.</summary>
    public static Assets Read(string webRoot)
    {
        var folder = Path.Combine(webRoot, "assets");
        var manifest = Path.Combine(folder, "assets.json");
        if (!File.Exists(manifest))
            return new Assets(folder, []);
        var addresses = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(manifest)) ?? [];
        return new Assets(folder, addresses);
    }

    /// <summary>The address of <c>site.css</c>, <c>site.js</c> and so on.</summary>
    public string this[string name] => addresses.GetValueOrDefault(name, $"/assets/{name}");
}
