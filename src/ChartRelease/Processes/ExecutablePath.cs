namespace ChartRelease.Processes;

/// <summary>Finds programs on PATH without starting anything.</summary>
public static class ExecutablePath
{
    /// <summary>The full path of a program, or <see langword="null"/>.</summary>
    /// <param name="name">The name without an extension; on Windows each of PATHEXT is tried.</param>
    /// <param name="searchPath">Folders in the form of PATH; <see langword="null"/> for PATH itself.</param>
    public static string? Find(string name, string? searchPath = null)
    {
        var folders = (searchPath ?? Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        // A relative entry of PATH would make the answer depend on the working directory, which may be a foreign repository.
        return folders
            .Where(Path.IsPathFullyQualified)
            .SelectMany(folder => Extensions().Select(extension => Path.Combine(folder, name + extension)))
            .FirstOrDefault(IsExecutable);
    }

    /// <summary>Whether a file exists and may be executed.</summary>
    public static bool IsExecutable(string path) =>
        File.Exists(path)
        && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);

    private static string[] Extensions() => OperatingSystem.IsWindows()
        ? (Environment.GetEnvironmentVariable("PATHEXT") ?? ".EXE;.CMD").Split(';', StringSplitOptions.RemoveEmptyEntries)
        : [""];
}
