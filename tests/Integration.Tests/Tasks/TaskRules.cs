using System.Reflection;
using System.Runtime.CompilerServices;
using Cake.ChartRelease;
using Cake.Frosting.ChartRelease;
using ChartRelease.Release;

namespace ChartRelease.Integration.Tasks;

/// <summary>
/// A task reads settings, calls one alias and shows its result. So it has no state, no services, no methods of its own and no branch,
/// and calls nothing but the context, the aliases that every Cake build has, and the output.
/// </summary>
internal static class TaskRules
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly string[] _methods = ["Run", "RunAsync", "ShouldRun"];

    private static readonly Type[] _callable = [typeof(ReleaseContext), typeof(ChartReleaseAliases), typeof(ReleaseOptions), typeof(BumpRequest), typeof(ReleaseOutput)];

    // What the compiler makes of one await.
    private static readonly int _branchesOfAwait = TaskInstructions.Of(typeof(OneAwait).GetMethod(nameof(OneAwait.RunAsync))!).Branches;

    /// <summary>Every way in which a task breaks the rule.</summary>
    public static IEnumerable<string> Violations(Type task)
    {
        var methods = task.GetMethods(Own);
        var machines = methods.Select(method => method.GetCustomAttribute<AsyncStateMachineAttribute>()?.StateMachineType).ToHashSet();
        return
        [
            .. task.GetFields(Own).Where(field => !field.IsLiteral).Select(field => $"keeps {field.Name}"),
            .. task.GetConstructors(Own).SelectMany(constructor => constructor.GetParameters()).Select(parameter => $"takes {parameter.Name}"),
            .. task.GetNestedTypes(Own).Where(type => !machines.Contains(type)).Select(type => $"holds {type.Name}"),
            .. methods.Where(method => !_methods.Contains(method.Name)).Select(method => $"has its own {method.Name}"),
            .. methods.SelectMany(Violations),
        ];
    }

    private static IEnumerable<string> Violations(MethodInfo method)
    {
        var isAsync = method.IsDefined(typeof(AsyncStateMachineAttribute));
        var body = TaskInstructions.Of(method);
        if (body.Branches > (isAsync ? _branchesOfAwait : 0))
        {
            yield return $"{method.Name} decides";
        }

        if (body.Calls.Count(IsStep) > 1)
        {
            yield return $"{method.Name} takes several steps";
        }

        foreach (var call in body.Calls.Where(call => !_callable.Contains(call.DeclaringType) && !IsSetting(call) && !(isAsync && IsMachinery(call.DeclaringType!))))
        {
            yield return $"{method.Name} calls {call.DeclaringType}.{call.Name}";
        }
    }

    private static bool IsStep(MethodBase call) => call.DeclaringType == typeof(ChartReleaseAliases);

    private static bool IsSetting(MethodBase call) => call.DeclaringType == typeof(ReleasePipeline) && call.IsSpecialName;

    private static bool IsMachinery(Type type) =>
        type.Namespace == "System.Runtime.CompilerServices"
        || (type.IsGenericType ? type.GetGenericTypeDefinition() : type) is var open && (open == typeof(Task) || open == typeof(Task<>));
}
