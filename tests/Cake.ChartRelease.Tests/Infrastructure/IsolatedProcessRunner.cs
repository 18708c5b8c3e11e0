using Cake.Core.IO;

namespace Cake.ChartRelease.Tests.Infrastructure;

/// <summary>A process runner with helm's folders below a folder of the test.</summary>
internal sealed class IsolatedProcessRunner(Func<IProcessRunner> inner, string folder) : IProcessRunner
{
    public IProcess Start(FilePath filePath, ProcessSettings settings)
    {
        settings.EnvironmentVariables["HELM_CONFIG_HOME"] = System.IO.Path.Combine(folder, "helm-config");
        settings.EnvironmentVariables["HELM_CACHE_HOME"] = System.IO.Path.Combine(folder, "helm-cache");
        settings.EnvironmentVariables["HELM_DATA_HOME"] = System.IO.Path.Combine(folder, "helm-data");
        settings.EnvironmentVariables["DOCKER_CONFIG"] = System.IO.Path.Combine(folder, "docker");
        return inner().Start(filePath, settings);
    }
}
