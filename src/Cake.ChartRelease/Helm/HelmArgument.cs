using Cake.Core.IO;

namespace Cake.ChartRelease.Helm;

/// <summary>One token of the command line.</summary>
/// <param name="text">What the process gets.</param>
/// <param name="shown">What logs and messages get.</param>
internal sealed class HelmArgument(string text, string shown) : IProcessArgument
{
    public string Render() => text;

    public string RenderSafe() => shown;

    public override string ToString() => shown;
}
