using System.Reflection;

namespace Cake.Frosting.Internal;

/// <summary>What the attributes of a task class say.</summary>
internal static class TaskTraits
{
    public static string NameOf(Type task) => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;

    public static string? DescriptionOf(Type task) => task.GetCustomAttribute<TaskDescriptionAttribute>()?.Description;

    public static bool ContinuesOnError(Type task) => task.IsDefined(typeof(ContinueOnErrorAttribute));

    public static IEnumerable<string> DependenciesOf(Type task) =>
        task.GetCustomAttributes<IsDependentOnAttribute>().Select(attribute => NameOfTask(attribute.Task, "dependency"));

    public static IEnumerable<string> DependeesOf(Type task) =>
        task.GetCustomAttributes<IsDependeeOfAttribute>().Select(attribute => NameOfTask(attribute.Task, "reverse dependency"));

    private static string NameOfTask(Type type, string role) => typeof(IFrostingTask).IsAssignableFrom(type)
        ? NameOf(type)
        : throw new FrostingException($"The {role} '{NameOf(type)}' is not a valid task.");
}
