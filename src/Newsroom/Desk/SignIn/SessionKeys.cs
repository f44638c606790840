using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.SignIn;

/// <summary>Where the keys lie that seal session cookies and the sources' passwords, so that a restart signs nobody out and every program opens what another sealed.</summary>
public static class SessionKeys
{
    /// <summary>The name under which keys are made, wherever the program lies.</summary>
    public const string Application = "wireroom";

    /// <summary>The folder, made where it is missing and open to this user alone.</summary>
    public static DirectoryInfo Folder(StoreOptions store)
    {
        var path = Path.Combine(store.DataFolder, "keys");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
