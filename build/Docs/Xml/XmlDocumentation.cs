using System.Reflection;
using System.Xml.Linq;

namespace ChartRelease.Docs.Xml;

/// <summary>The documentation file of an assembly.</summary>
/// <param name="members">The elements by documentation id.</param>
internal sealed class XmlDocumentation(IReadOnlyDictionary<string, XElement> members)
{
    /// <summary>Reads the file beside an assembly.</summary>
    public static XmlDocumentation Of(Assembly assembly) => new(
        XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"), LoadOptions.PreserveWhitespace)
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value));

    /// <summary>The element of a member.</summary>
    /// <exception cref="InvalidOperationException">It has no documentation.</exception>
    public XElement this[MemberInfo member] =>
        members.GetValueOrDefault(DocumentationId.Of(member)) ?? throw new InvalidOperationException($"{DocumentationId.Of(member)} has no documentation.");
}
