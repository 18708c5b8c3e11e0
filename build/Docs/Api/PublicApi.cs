using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ChartRelease.Docs.Api;

/// <summary>Writes down what an assembly exports, one sorted line each. What the compiler adds to records is left out.</summary>
public static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The exported types and their public and protected members.</summary>
    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().SelectMany(type => MembersOf(type).Prepend(Describe(type))).Order(StringComparer.Ordinal);

    private static IEnumerable<string> MembersOf(Type type) => type.GetMembers(Declared)
        .Where(member => member is PropertyInfo || !member.IsDefined(typeof(CompilerGeneratedAttribute)))
        .Select(Describe).OfType<string>().Select(member => $"{NameOf(type)}.{member}");

    private static string? Describe(MemberInfo member) => member switch
    {
        ConstructorInfo { IsPublic: true } or ConstructorInfo { IsFamily: true } => $"ctor({Parameters((MethodBase)member)})",
        MethodInfo { IsSpecialName: false } method when method.IsPublic || method.IsFamily =>
            $"{method.Name}{Arguments(method.GetGenericArguments())}({Parameters(method)}): {NameOf(method.ReturnType)}{Modifier(method)}",
        PropertyInfo property when property.GetMethod is { IsPublic: true } =>
            $"{property.Name}: {NameOf(property.PropertyType)}{(property.GetMethod.IsStatic ? " static" : "")}{Access(property)}",
        FieldInfo { IsPublic: true, IsSpecialName: false } field =>
            $"{field.Name}{(field.IsLiteral ? $" = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}" : $": {NameOf(field.FieldType)}")}",
        _ => null,
    };

    private static string Access(PropertyInfo property) => property.SetMethod switch
    {
        { IsPublic: true } set when set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) => " init",
        { IsPublic: true } => " settable",
        _ => "",
    };

    private static string Describe(Type type)
    {
        var kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsEnum: true } => "enum",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        IEnumerable<string> bases = type.IsEnum ? [] : type.GetInterfaces().Where(one => one.IsPublic).Append(type.BaseType).OfType<Type>()
            .Where(one => one != typeof(object) && one.IsVisible).Select(NameOf).Order(StringComparer.Ordinal);
        return $"{NameOf(type)} = {kind} : {string.Join(", ", bases)}{Constraints(type.GetGenericArguments())}";
    }

    private static string Modifier(MethodInfo method) => method switch
    {
        { IsStatic: true } => " static",
        { IsAbstract: true } => " abstract",
        { IsVirtual: true, IsFinal: false } => " virtual",
        _ => "",
    } + Constraints(method.GetGenericArguments());

    private static string Constraints(Type[] arguments) => string.Concat(
        from argument in arguments
        let attributes = argument.GenericParameterAttributes & GenericParameterAttributes.SpecialConstraintMask
        select $" where {argument.Name} : {string.Join(", ", [.. argument.GetGenericParameterConstraints().Select(NameOf), $"{attributes}"])}");

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{NameOf(parameter.ParameterType)} {parameter.Name}"));

    private static string Arguments(Type[] types) => types.Length == 0 ? "" : $"<{string.Join(", ", types.Select(NameOf))}>";

    private static string NameOf(Type type) => (type.IsNested && !type.IsGenericParameter ? $"{NameOf(type.DeclaringType!)}." : "")
        + (type.IsGenericType ? $"{type.Name.Split('`')[0]}{Arguments(type.GetGenericArguments())}" : type.Name);
}
