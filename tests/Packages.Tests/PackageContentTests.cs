using System.Xml.Linq;
using ChartRelease.Packages.Tests.Infrastructure;

namespace ChartRelease.Packages.Tests;

/// <summary>What the packages hold and what they say.</summary>
public sealed class PackageContentTests(PackageFeed feed)
{
    public static TheoryData<string> Packages => ["ChartRelease", "Cake.ChartRelease", "Cake.Frosting.ChartRelease", "ChartRelease.Templates", "ChartRelease.Tool"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_has_an_icon_a_readme_a_licence_and_tags(string id)
    {
        using var package = feed.Open(id);
        using var icon = package.GetEntry("icon.png")!.Open();
        using var readme = new StreamReader(package.GetEntry("README.md")!.Open());
        var metadata = Metadata(id);

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], [icon.ReadByte(), icon.ReadByte(), icon.ReadByte(), icon.ReadByte()]);
        Assert.True(readme.ReadToEnd().Length > 500, "The README says nothing.");
        Assert.Equal(("icon.png", "README.md", "MIT"), (metadata["icon"], metadata["readme"], metadata["license"]));
        Assert.Contains("helm", metadata["tags"].Split(' '));
        Assert.Matches("^[0-9a-f]{40}$", Specification(id).Elements().Single(element => element.Name.LocalName == "repository").Attribute("commit")!.Value);
        Assert.True(metadata["description"].Length > 30);
    }

    [Theory]
    [InlineData("ChartRelease")]
    [InlineData("Cake.ChartRelease")]
    [InlineData("Cake.Frosting.ChartRelease")]
    public void A_library_has_documentation_and_a_package_of_symbols(string id)
    {
        using var package = feed.Open(id);
        using var symbols = feed.Open(id, "snupkg");

        Assert.NotNull(package.GetEntry($"lib/net10.0/{id}.xml"));
        Assert.NotNull(symbols.GetEntry($"lib/net10.0/{id}.pdb"));
    }

    [Fact]
    public void The_addin_is_tagged_as_one_and_leaves_Cake_to_the_runner()
    {
        Assert.Contains("cake-addin", Metadata("Cake.ChartRelease")["tags"].Split(' '));
        var dependencies = Dependencies("Cake.ChartRelease").Keys;
        Assert.Contains("ChartRelease", dependencies);
        Assert.DoesNotContain(dependencies, id => id.StartsWith("Cake.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_tasks_need_the_real_Frosting_of_the_version_they_were_built_for() => Assert.Equal("7.0.0", Dependencies("Cake.Frosting.ChartRelease")["Cake.Frosting"]);

    [Fact]
    public void No_dependency_of_the_addin_is_native()
    {
        foreach (var (id, version) in Dependencies("ChartRelease"))
        {
            var folder = Path.Combine(PackageFeed.MachinePackages, id.ToLowerInvariant(), version);

            Assert.True(Directory.Exists(folder), folder);
            Assert.False(Directory.Exists(Path.Combine(folder, "runtimes")), $"{id} has native parts.");
        }
    }

    private Dictionary<string, string> Metadata(string id) =>
        Specification(id).Elements().Where(element => !element.HasElements).ToDictionary(element => element.Name.LocalName, element => element.Value);

    private Dictionary<string, string> Dependencies(string id) => Specification(id).Descendants()
        .Where(element => element.Name.LocalName == "dependency")
        .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);

    private XElement Specification(string id)
    {
        using var package = feed.Open(id);
        using var specification = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(specification).Root!.Elements().Single();
    }
}
