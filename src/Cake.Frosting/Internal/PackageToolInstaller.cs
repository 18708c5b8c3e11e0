using Cake.Core.Packaging;
using CakeToolInstaller = Cake.Core.Tooling.IToolInstaller;

namespace Cake.Frosting.Internal;

/// <summary>Hands tools to Cake's own installer, which picks the package installer and registers the files it finds.</summary>
internal sealed class PackageToolInstaller(CakeToolInstaller installer) : IToolInstaller
{
    public void Install(PackageReference tool) => installer.Install(tool);
}
