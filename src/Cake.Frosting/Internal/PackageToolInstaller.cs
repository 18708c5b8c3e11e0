using Cake.Core.Packaging;
using CakeToolInstaller = Cake.Core.Tooling.IToolInstaller;

namespace Cake.Frosting.Internal;

/// <summary>Hands tools to Cake's own installer, which picks the package installer and registers the files it finds.</summary>
internal sealed class PackageToolInstaller(CakeToolInstaller installer) : IToolInstaller
{
    // Cake's installer is an iterator: nothing happens until its result is read.
    public void Install(PackageReference tool) => _ = installer.Install(tool).ToArray();
}
