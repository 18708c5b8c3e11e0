using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ChartRelease.Tests.Architecture;

/// <summary>What a built assembly and each of its types use, read from metadata and IL, so that nothing a compiler sees is missed.</summary>
internal sealed class AssemblyUsage
{
    private AssemblyUsage(IReadOnlyList<string> assemblies, IReadOnlyDictionary<string, IReadOnlySet<string>> types) =>
        (Assemblies, Types) = (assemblies, types);

    /// <summary>Simple names of the assemblies referenced.</summary>
    public IReadOnlyList<string> Assemblies { get; }

    /// <summary>Full names of the types used, by the full name of the top-level type that uses them; nested types and lambdas count with it.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Types { get; }

    public static AssemblyUsage Read(System.Reflection.Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var types = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var handle in metadata.TypeDefinitions)
        {
            var user = TypeNames.Of(metadata, handle);
            var used = types.TryGetValue(user, out var known) ? (HashSet<string>)known : [];
            new TypeUsageReader(file, metadata, name => used.Add(name)).Read(metadata.GetTypeDefinition(handle));
            used.Remove(user);
            types[user] = used;
        }

        return new([.. metadata.AssemblyReferences.Select(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name))], types);
    }
}
