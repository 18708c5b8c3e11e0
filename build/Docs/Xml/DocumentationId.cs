using System.Globalization;
using System.Reflection;

namespace ChartRelease.Docs.Xml;

/// <summary>The names of members in documentation files.</summary>
/// <remarks>https://learn.microsoft.com/dotnet/csharp/language-reference/language-specification/documentation-comments#d42-id-string-format</remarks>
internal static class DocumentationId
{
    public static string Of(MemberInfo member) => member switch
    {
        Type type => $"T:{Name(type)}",
        PropertyInfo property => $"P:{Name(property.DeclaringType!)}.{property.Name}",
        MethodInfo method => $"M:{Name(method.DeclaringType!)}.{method.Name}({string.Join(',', method.GetParameters().Select(parameter => Name(parameter.ParameterType)))})",
        FieldInfo field => $"F:{Name(field.DeclaringType!)}.{field.Name}",
        _ => throw new ArgumentOutOfRangeException(nameof(member), member, "No such kind of member."),
    };

    private static string Name(Type type)
    {
        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[]";
        }

        if (type.IsGenericParameter)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{(type.DeclaringMethod is null ? "`" : "``")}{type.GenericParameterPosition}");
        }

        var name = type.IsConstructedGenericType
            ? $"{type.GetGenericTypeDefinition().FullName!.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(Name))}}}"
            : type.FullName!;
        return name.Replace('+', '.');
    }
}
