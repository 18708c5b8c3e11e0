using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.IO;

namespace Cake.Frosting.Internal;

/// <summary>Cake's configuration of the working directory: the program's settings, cake.config, environment, arguments; later ones win.</summary>
internal sealed class HostConfiguration(
    IEnumerable<CakeSetting> settings,
    IFileSystem fileSystem,
    ICakeEnvironment environment,
    ICakeArguments arguments) : ICakeConfiguration
{
    private readonly ICakeConfiguration configuration = new CakeConfigurationProvider(fileSystem, environment).CreateConfiguration(
        environment.WorkingDirectory,
        LastOfEach(settings),
        FirstOfEach(arguments));

    public string? GetValue(string key) => configuration.GetValue(key);

    private static Dictionary<string, string> LastOfEach(IEnumerable<CakeSetting> settings)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in settings)
        {
            values[key] = value;
        }

        return values;
    }

    private static Dictionary<string, string> FirstOfEach(ICakeArguments arguments) =>
        arguments.GetArguments().ToDictionary(argument => argument.Key, argument => argument.Value.FirstOrDefault() ?? string.Empty);
}
