#pragma warning disable CA1812 // These types are read as metadata, never created.

using ArchitectureSamples.Output;

// Types that break the rules on purpose, so that a test shows each rule can fail.
namespace ArchitectureSamples
{
    internal static class Common
    {
        public static int Value => 1;
    }
}

namespace ArchitectureSamples.Output
{
    internal sealed class Target
    {
        public static int Count => 1;
    }

    internal sealed class TargetException : Exception;

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class TargetAttribute : Attribute;
}

namespace ArchitectureSamples.Elsewhere
{
    internal sealed class Lost;
}

namespace ArchitectureSamples.Input
{
    internal static class UsesNothing
    {
        public static int Run() => Common.Value;
    }

    internal static class UsesInBody
    {
        public static int Run() => Target.Count;
    }

    internal static class UsesInLambda
    {
        public static Func<int> Run() => () => Target.Count;
    }

    internal static class UsesAsTypeArgument
    {
        public static int Run() => new List<Target>().Count;
    }

    internal static class UsesInCatch
    {
        public static int Run()
        {
            try
            {
                return Common.Value;
            }
            catch (TargetException)
            {
                return 0;
            }
        }
    }

    internal sealed class UsesInField
    {
        public Target[]? Targets { get; set; }
    }

    [Target]
    internal static class UsesAsAttribute;

    internal static class UsesAsConstraint<T>
        where T : IEnumerable<Target>;

    internal static class UsesInAsync
    {
        public static async Task<int> RunAsync()
        {
            await Task.Yield();
            return Target.Count;
        }
    }
}

namespace ArchitectureSamples.Pure
{
    internal static class Pure
    {
        public static IEnumerable<string> Run(IEnumerable<string> values) => values.Select(value => value.ToUpperInvariant());
    }

    internal static class ReadsFile
    {
        public static IEnumerable<string> Run(IEnumerable<string> paths) => paths.Select(path => System.IO.File.ReadAllText(path));
    }

    internal static class AsksNetwork
    {
        public static async Task<string> RunAsync(System.Net.Http.HttpClient client, Uri uri) => await client.GetStringAsync(uri);
    }

    internal static class StartsProcess
    {
        public static int Run() => System.Diagnostics.Process.GetProcesses().Length;
    }

    internal static class ReadsClock
    {
        public static DateTimeOffset Run() => TimeProvider.System.GetUtcNow();
    }

    internal static class ReadsEnvironment
    {
        public static string? Run() => Environment.GetEnvironmentVariable("HOME");
    }

    internal static class WritesConsole
    {
        public static void Run() => Console.Write("");
    }
}
