using System.Globalization;
using System.IO.Compression;

namespace Wireroom.Bench;

/// <summary>The peer that sets the mark for files: nginx (Debian package nginx-light) with the same bytes on disk, and the same compressed ahead (<c>gzip_static</c>).</summary>
internal static class Nginx
{
    private const string Program = "/usr/sbin/nginx";

    /// <summary>False where it is not installed; then it is left out.</summary>
    public static bool IsHere => File.Exists(Program);

    /// <summary>Serves those bytes, and the same compressed, as <c>/</c>.</summary>
    public static async Task<RunningProgram> StartAsync(string folder, byte[] page)
    {
        var root = Directory.CreateDirectory(Path.Combine(folder, "nginx")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(root, "page.html"), page);
        await using (var packed = new GZipStream(File.Create(Path.Combine(root, "page.html.gz")), CompressionLevel.SmallestSize))
            await packed.WriteAsync(page);
        var port = RunningProgram.FreePort();
        var settings = Path.Combine(root, "nginx.conf");
        await File.WriteAllTextAsync(
            settings,
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""
                daemon off;
                worker_processes auto;
                pid {{root}}/nginx.pid;
                error_log {{root}}/error.log;
                {{(Environment.UserName == "root" ? "user root;" : "")}}
                events { worker_connections 1024; }
                http {
                  access_log off;
                  sendfile on;
                  tcp_nopush on;
                  keepalive_requests 100000000;
                  open_file_cache max=16 inactive=600s;
                  open_file_cache_valid 600s;
                  client_body_temp_path {{root}}/body;
                  proxy_temp_path {{root}}/proxy;
                  fastcgi_temp_path {{root}}/fastcgi;
                  uwsgi_temp_path {{root}}/uwsgi;
                  scgi_temp_path {{root}}/scgi;
                  server {
                    listen 127.0.0.1:{{port}};
                    gzip_static on;
                    types { text/html html; }
                    root {{root}};
                    location = / { try_files /page.html =404; }
                  }
                }
                """));
        return await RunningProgram.StartAsync(Program, port, "/", "-c", settings, "-p", root);
    }
}
