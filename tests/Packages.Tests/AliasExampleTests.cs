using System.Text;
using ChartRelease.Docs.Aliases;
using ChartRelease.Packages.Tests.Infrastructure;
using ChartRelease.Testing;

namespace ChartRelease.Packages.Tests;

/// <summary>The example of every alias, compiled by the Cake runner as a part of a script that uses the package.</summary>
public sealed class AliasExampleTests(PackageFeed feed)
{
    [Fact]
    public async Task Every_example_compiles_in_a_script()
    {
        using var folder = new TemporaryFolder();
        var script = new StringBuilder($"#addin nuget:?package=Cake.ChartRelease&version={PackageFeed.Version}&loaddependencies=true\n");
        foreach (var (index, alias) in Alias.All().Index())
        {
            script.Append($"async System.Threading.Tasks.Task Example{index}()\n{{\n// {alias.Signature}\n{alias.Example}\nawait System.Threading.Tasks.Task.CompletedTask;\n}}\n");
        }

        // The page of ways in has two more.
        script.Append($"{Guide.Script(1)}\n{Guide.Script(2)}\n");
        folder.Write("build.cake", script.Append("Information(\"compiled\");\n").ToString());
        File.Copy(feed.Configuration, folder.Combine("nuget.config"));

        var output = await feed.RunAsUserAsync(folder.Path, await TestTools.DotnetCakeAsync());

        Assert.Contains("compiled", output, StringComparison.Ordinal);
    }
}
