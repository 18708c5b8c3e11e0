using System.Reflection;
using System.Xml.Linq;
using Cake.ChartRelease;
using Cake.Core.Annotations;
using ChartRelease.Docs.Xml;

namespace ChartRelease.Docs.Aliases;

/// <summary>One overload of an alias.</summary>
/// <param name="Method">The method.</param>
/// <param name="Category">Its own category, within that of its class.</param>
/// <param name="Documentation">Its documentation.</param>
public sealed record Alias(MethodInfo Method, string Category, XElement Documentation)
{
    /// <summary>Every alias of the addin, in the order of the code.</summary>
    public static IReadOnlyList<Alias> All()
    {
        var documentation = XmlDocumentation.Of(typeof(ChartReleaseAliases).Assembly);
        return
        [
            .. new[] { typeof(ChartReleaseAliases), typeof(HelmAliases) }
                .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
                .Where(method => method.IsDefined(typeof(CakeMethodAliasAttribute)) || method.IsDefined(typeof(CakePropertyAliasAttribute)))
                .OrderBy(method => method.MetadataToken)
                .Select(method => new Alias(method, method.GetCustomAttribute<CakeAliasCategoryAttribute>()?.Name ?? "", documentation[method])),
        ];
    }

    /// <summary>The alias as a script sees it.</summary>
    public string Signature =>
        $"{CSharpName.Of(Method.ReturnParameter)} {Method.Name}({string.Join(", ", Parameters.Select(parameter => $"{CSharpName.Of(parameter)} {parameter.Name}"))})";

    /// <summary>Its parameters without the context, which Cake fills in.</summary>
    public IEnumerable<ParameterInfo> Parameters => Method.GetParameters().Skip(1);

    /// <summary>The code of its example.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public string Example => Markdown.Code(
        Documentation.Element("example")?.Element("code") ?? throw new InvalidOperationException($"{Signature} has no example."));
}
