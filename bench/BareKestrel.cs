using System.Globalization;

namespace Wireroom.Bench;

/// <summary>The peer: a Kestrel that does nothing but return the bytes of a file, with the one header that says what they are.</summary>
internal static class BareKestrel
{
    public static async Task RunAsync(string[] args)
    {
        var bytes = await File.ReadAllBytesAsync(args[1]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(int.Parse(args[0], CultureInfo.InvariantCulture)));
        var bare = builder.Build();
        bare.Run(async context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            if (args.Length > 2)
                context.Response.Headers.ContentEncoding = args[2];
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        });
        await bare.RunAsync();
    }
}
