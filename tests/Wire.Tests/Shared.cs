namespace Wireroom.Wire.Tests;

/// <summary>Reference data that stands beside the repository and is no part of it; tests that need it are skipped where it is absent.</summary>
internal static class Shared
{
    /// <summary>The folder of that path within <c>shared</c>, sought upward from the test; skips the test where there is none.</summary>
    internal static string Folder(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", path);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        Assert.Skip($"The reference data shared/{path} is not beside the repository.");
        return "";
    }
}
