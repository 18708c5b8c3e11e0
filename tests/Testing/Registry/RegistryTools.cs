namespace ChartRelease.Testing.Registry;

/// <summary>The real tools the registry tests run.</summary>
public static class RegistryTools
{
    public static string DockerRegistry => Find("CHART_RELEASE_TEST_REGISTRY");

    public static string Helm4 => Find("CHART_RELEASE_TEST_HELM4");

    public static string Helm3 => Find("CHART_RELEASE_TEST_HELM3");

    private static string Find(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path && File.Exists(path)
            ? path
            : throw new InvalidOperationException($"{variable} must name the tool's executable.");
}
