using System.Globalization;
using System.Reflection;
using Cake.ChartRelease.Helm;
using Cake.Core.IO;
using ChartRelease;

namespace Cake.ChartRelease.Tests.Helm.Commands;

/// <summary>A property of settings, or of a part of them. Tests find properties by looking; the code under test never does.</summary>
/// <param name="Path">The properties on the way to it.</param>
internal sealed record SettingsLeaf(IReadOnlyList<PropertyInfo> Path)
{
    public string Name => Path[^1].Name;

    /// <summary>Whether it takes any text.</summary>
    public bool IsText => Path[^1].PropertyType is var type
        && (type == typeof(string) || type == typeof(Secret) || type == typeof(FilePath) || type == typeof(DirectoryPath)
            || type == typeof(IList<string>) || type == typeof(IDictionary<string, string>)
            || type == typeof(IDictionary<string, Secret>));

    public static IEnumerable<SettingsLeaf> Of(HelmSettings settings) => Of(settings.GetType()).Select(path => new SettingsLeaf(path));

    /// <summary>Gives the property a value.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="text">What stands for any text.</param>
    public void Fill(HelmSettings settings, string text = "value")
    {
        var owner = OwnerIn(settings);
        switch (Path[^1].GetValue(owner))
        {
            case IDictionary<string, string> dictionary:
                dictionary["key"] = text;
                break;
            case IDictionary<string, Secret> secrets:
                secrets["secret"] = new Secret(text);
                break;
            case IList<string> list:
                list.Add(text);
                break;
            default:
                var type = Path[^1].PropertyType;
                Path[^1].SetValue(owner, Sample(Nullable.GetUnderlyingType(type) ?? type, text));
                break;
        }
    }

    public object? ValueIn(HelmSettings settings) => Path[^1].GetValue(OwnerIn(settings));

    private object OwnerIn(HelmSettings settings) =>
        Path.SkipLast(1).Aggregate<PropertyInfo, object>(settings, (owner, step) => step.GetValue(owner)!);

    private static object Sample(Type type, string text) =>
        type == typeof(string) ? text
        : type == typeof(bool) ? true
        : type == typeof(FilePath) ? new FilePath(text)
        : type == typeof(DirectoryPath) ? new DirectoryPath(text)
        : type == typeof(Secret) ? new Secret(text)
        : type == typeof(TimeSpan) ? TimeSpan.FromSeconds(90)
        : type.IsEnum ? Enum.GetValues(type).GetValue(1)!
        : Convert.ChangeType(7, type, CultureInfo.InvariantCulture);

    private static IEnumerable<IReadOnlyList<PropertyInfo>> Of(Type type) =>
        from property in type.GetProperties()
        where property.DeclaringType!.Assembly == typeof(HelmSettings).Assembly
        from leaf in IsPart(property.PropertyType) ? Of(property.PropertyType) : [[]]
        select (IReadOnlyList<PropertyInfo>)[property, .. leaf];

    private static bool IsPart(Type type) => type.IsClass && type.Assembly == typeof(HelmSettings).Assembly;
}
