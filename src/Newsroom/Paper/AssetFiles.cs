using System.Collections.Concurrent;
using Microsoft.Net.Http.Headers;

namespace Wireroom.Newsroom.Paper;

/// <summary>Serves <c>/assets/{file}</c>: names carry the hash of their content, so an answer holds for ever. Text is sent compressed.</summary>
public static class AssetFiles
{
    /// <summary>Adds the assets to the program's services.</summary>
    public static IServiceCollection AddAssets(this IServiceCollection services) =>
        services.AddSingleton(provider => Assets.Read(provider.GetRequiredService<IWebHostEnvironment>().WebRootPath));

    /// <summary>Maps the address.</summary>
    public static void MapAssets(this WebApplication newsroom)
    {
        var assets = newsroom.Services.GetRequiredService<Assets>();
        var files = new ConcurrentDictionary<string, AssetFile?>(StringComparer.Ordinal);
        newsroom.MapMethods("/assets/{file}", [HttpMethods.Get, HttpMethods.Head], (string file, HttpContext context) =>
        {
            if (!files.TryGetValue(file, out var asset))
            {
                asset = AssetFile.Read(assets.Folder, file);
                if (asset is not null)
                    files[file] = asset; // names that do not exist are not remembered
            }

            return asset is null ? Results.NotFound() : asset.Answer(context);
        });
    }

    private sealed record AssetFile(string MediaType, byte[] Plain, byte[]? Brotli)
    {
        public static AssetFile? Read(string folder, string file)
        {
            var mediaType = MediaTypeOf(file);
            if (mediaType is null || Path.GetFileName(file) != file)
                return null;
            var path = Path.Combine(folder, file);
            if (!File.Exists(path))
                return null;
            var plain = File.ReadAllBytes(path);
            return new AssetFile(mediaType, plain, File.Exists(path + ".br") ? File.ReadAllBytes(path + ".br") : null); // compressed when it was bundled
        }

        public IResult Answer(HttpContext context)
        {
            var headers = context.Response.Headers;
            headers.CacheControl = "public, max-age=31536000, immutable";
            headers.XContentTypeOptions = "nosniff";
            if (Brotli is null)
                return Results.Bytes(Plain, MediaType);
            headers.Vary = HeaderNames.AcceptEncoding;
            if (!AcceptedEncoding.Of(context.Request).HasFlag(Encodings.Brotli))
                return Results.Bytes(Plain, MediaType);
            headers.ContentEncoding = "br";
            return Results.Bytes(Brotli, MediaType);
        }

        private static string? MediaTypeOf(string file) => Path.GetExtension(file) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".woff2" => "font/woff2",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            _ => null,
        };
    }
}
