using Cake.Core.Packaging;

namespace Cake.Frosting;

/// <summary>Installs the tools that <see cref="CakeHostExtensions.InstallTool"/> asked for.</summary>
public interface IToolInstaller
{
    /// <summary>Installs one tool; a failure ends the run before any task.</summary>
    /// <param name="tool">The tool's package.</param>
    void Install(PackageReference tool);
}
