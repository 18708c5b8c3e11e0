using ChartRelease.Oci;
using ChartRelease.Oci.Registry;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Tests.Oci.Registry;

/// <summary>A target on a test's server, with everything it writes kept, and no wait longer than it takes to note it.</summary>
internal sealed class Given : IAsyncDisposable
{
    private Given(RegistryTarget target, RecordingLog log, ImpatientTime time)
    {
        Target = target;
        Log = log;
        Time = time;
    }

    public RegistryTarget Target { get; }

    public RecordingLog Log { get; }

    public ImpatientTime Time { get; }

    public IRepository Chart => Target.Repository("app");

    /// <summary>Options without anything of this machine's user in them.</summary>
    public static RegistryOptions Options { get; } = new() { Environment = _ => null };

    public static RegistryOptions With(params (string Name, string Value)[] environment) =>
        new() { Environment = name => environment.FirstOrDefault(variable => variable.Name == name).Value };

    public static RegistryOptions User(string username, string password) =>
        Options with { Username = username, Password = new Secret(password) };

    public static Given TargetOn(string host, RegistryOptions? options = null, Action<string>? onRetry = null)
    {
        var log = new RecordingLog();
        var time = new ImpatientTime();
        var reference = (RegistryReference)TargetReference.Parse($"oci://{host}/team/charts");
        return new(new RegistryTarget(reference, options ?? Options, log, time) { OnRetry = onRetry }, log, time);
    }

    public ValueTask DisposeAsync() => Target.DisposeAsync();
}
