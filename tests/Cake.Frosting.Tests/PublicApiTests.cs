using ChartRelease.Docs.Api;

namespace Cake.Frosting.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_written_one()
    {
        var written = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "PublicApi.txt"));

        Assert.Equal(written, PublicApi.Of(typeof(CakeHost).Assembly));
    }

    [Fact]
    public void The_assembly_has_the_name_and_the_namespace_of_the_package()
    {
        var assembly = typeof(CakeHost).Assembly;

        Assert.Equal("Cake.Frosting", assembly.GetName().Name);
        Assert.All(assembly.GetExportedTypes(), type => Assert.Equal("Cake.Frosting", type.Namespace));
    }
}
