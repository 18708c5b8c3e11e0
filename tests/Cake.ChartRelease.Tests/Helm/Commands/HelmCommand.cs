using Cake.ChartRelease.Helm;
using Cake.Core;

namespace Cake.ChartRelease.Tests.Helm.Commands;

/// <summary>A helm command as the tests go through all of them.</summary>
/// <param name="Verb">The words after <c>helm</c>.</param>
/// <param name="Arguments">What follows the flags.</param>
/// <param name="NewSettings">Settings that say nothing.</param>
/// <param name="Run">Runs the alias that hands out the text, where there is a choice.</param>
internal sealed record HelmCommand(
    string Verb, IReadOnlyList<string> Arguments, Func<HelmSettings> NewSettings, Action<ICakeContext, HelmSettings, IReadOnlyList<string>> Run)
{
    /// <summary>The helm lines that have it.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [Infrastructure.Helms.V3, Infrastructure.Helms.V4];

    /// <summary>What helm has to print for the alias to be content.</summary>
    public string Output { get; init; } = "";

    public static HelmCommand Of<TSettings>(
        string verb, IReadOnlyList<string> arguments, Action<ICakeContext, TSettings, IReadOnlyList<string>> run)
        where TSettings : HelmSettings, new() =>
        new(verb, arguments, () => new TSettings(), (context, settings, values) => run(context, (TSettings)settings, values));
}
