namespace ChartRelease.Oci.Auth;

/// <summary>Where helm and docker keep their credential files.</summary>
internal static class CredentialPaths
{
    /// <summary>HELM_REGISTRY_CONFIG, else <c>registry/config.json</c> in helm's configuration folder (<see href="https://helm.sh/docs/helm/helm/"/>).</summary>
    public static string? Helm(Func<string, string?> environment)
    {
        if (Value(environment, "HELM_REGISTRY_CONFIG") is { } file)
        {
            return Path.GetFullPath(file);
        }

        return Below(HelmFolder(environment), "registry", "config.json");
    }

    /// <summary>HELM_REPOSITORY_CONFIG, else <c>repositories.yaml</c> in helm's configuration folder: the chart repositories it was told of.</summary>
    public static string? HelmRepositories(Func<string, string?> environment) =>
        Value(environment, "HELM_REPOSITORY_CONFIG") is { } file ? Path.GetFullPath(file) : Below(HelmFolder(environment), "repositories.yaml");

    /// <summary><c>config.json</c> in DOCKER_CONFIG, else in <c>~/.docker</c>.</summary>
    public static string? Docker(Func<string, string?> environment) =>
        Below(Value(environment, "DOCKER_CONFIG") ?? Below(Home(environment), ".docker"), "config.json");

    /// <summary>The path with <c>~</c> for the home folder: shorter, and without the user's name.</summary>
    public static string Shown(string? path, Func<string, string?> environment) =>
        path is not null && Home(environment) is { } home && path.StartsWith(home + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? "~" + path[home.Length..].Replace('\\', '/')
            : path ?? "";

    private static string? HelmFolder(Func<string, string?> environment) =>
        Value(environment, "HELM_CONFIG_HOME") ?? Below(Value(environment, "XDG_CONFIG_HOME"), "helm") ?? HelmDefault(environment);

    private static string? HelmDefault(Func<string, string?> environment) =>
        OperatingSystem.IsWindows() ? Below(Value(environment, "APPDATA"), "helm")
        : OperatingSystem.IsMacOS() ? Below(Home(environment), "Library", "Preferences", "helm")
        : Below(Home(environment), ".config", "helm");

    private static string? Home(Func<string, string?> environment) =>
        Value(environment, OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME")?.TrimEnd('/', '\\');

    private static string? Value(Func<string, string?> environment, string name) => environment(name) is { Length: > 0 } value ? value : null;

    private static string? Below(string? folder, params string[] names) => folder is null ? null : Path.GetFullPath(Path.Combine([folder, .. names]));
}
