using System.Reflection;
using Cake.Core.Annotations;

namespace ChartRelease.Docs.Aliases;

/// <summary>The aliases of one category of a class.</summary>
/// <param name="Class">The class.</param>
/// <param name="Category">The category.</param>
/// <param name="Aliases">The aliases, in the order of the code.</param>
internal sealed record AliasFamily(Type Class, string Category, IReadOnlyList<Alias> Aliases)
{
    /// <summary>Title of the page.</summary>
    public string Title => $"{Class.GetCustomAttribute<CakeAliasCategoryAttribute>()!.Name}: {Category}";

    /// <summary>Name of the page.</summary>
    public string File => $"{Class.Name.Replace("Aliases", "", StringComparison.Ordinal)}-{Category.Replace(' ', '-')}.md".ToLowerInvariant();

    /// <summary>The settings that the aliases take, as far as they are the addin's own.</summary>
    public IEnumerable<Type> Settings => Aliases.SelectMany(alias => alias.Parameters).Select(parameter => parameter.ParameterType)
        .Where(type => type.Assembly == Class.Assembly && type.IsClass).Distinct();
}
