using System.Globalization;
using System.Text.Json;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Bench;

/// <summary>
/// The peer that publishers know: WordPress of Debian's packages on MariaDB and PHP-FPM behind nginx, as they come, with a thousand of the same stories.
/// <c>bench/wordpress/start</c> lays it out in a folder of its own and serves it until it is killed.
/// </summary>
internal static class WordPress
{
    private const int Stories = 1000;
    private const int FirstId = 1000; // above the few that come with it

    /// <summary>The addresses of all its stories.</summary>
    public static IEnumerable<string> Paths => Enumerable.Range(0, Stories).Select(PathOf);

    /// <summary>False where a part of it is not installed; then it is left out.</summary>
    public static bool IsHere => File.Exists("/usr/share/wordpress/wp-load.php") && File.Exists("/usr/sbin/mariadbd") && Nginx.IsHere && Directory.EnumerateFiles("/usr/sbin", "php-fpm*").Any();

    /// <summary>Lays it out with its stories and serves it.</summary>
    public static async Task<RunningProgram> StartAsync(string folder)
    {
        var root = Directory.CreateDirectory(Path.Combine(folder, "wordpress")).FullName;
        var copy = new Copymaker(1);
        await File.WriteAllTextAsync(Path.Combine(root, "stories.json"), JsonSerializer.Serialize(Enumerable.Range(0, Stories).Select(at => PostOf(copy.Next(at), at))));
        var port = RunningProgram.FreePort();
        return await RunningProgram.StartAsync("bash", port, PathOf(0), Path.Combine(AppContext.BaseDirectory, "wordpress", "start"), root, port.ToString(CultureInfo.InvariantCulture));
    }

    private static string PathOf(int story) => string.Create(CultureInfo.InvariantCulture, $"/?p={FirstId + story}");

    private static object PostOf(Copy copy, int at) => new
    {
        id = FirstId + at,
        title = copy.Headline,
        excerpt = copy.Standfirst,
        section = copy.Section,
        published = Copymaker.PublishedAt(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        body = string.Concat(copy.Body.OfType<Paragraph>().Select(paragraph => $"<p>{paragraph.Text.Plain}</p>")),
    };
}
