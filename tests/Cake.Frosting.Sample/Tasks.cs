using System.Diagnostics.CodeAnalysis;
using Cake.Common;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Sample;

/// <summary>Found: exported by the entry assembly.</summary>
[TaskName("Default")]
[TaskDescription("Says hello")]
public sealed class HelloTask : FrostingTask
{
    /// <inheritdoc/>
    public override void Run(ICakeContext context) => context.Log.Information("Hello, {0}!", context.Argument("who", "world"));
}

/// <summary>Fails with an exit code that Cake ignores.</summary>
public sealed class Fails : FrostingTask
{
    /// <inheritdoc/>
    public override void Run(ICakeContext context) => throw new CakeException(42, "This task always fails.");
}

/// <summary>Not found: not exported.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "That nobody creates it is the point.")]
internal sealed class Hidden : FrostingTask;

/// <summary>Not found: abstract.</summary>
public abstract class Unfinished : FrostingTask;

/// <summary>Shows where and how the run goes.</summary>
public sealed class Where : FrostingTask
{
    /// <inheritdoc/>
    public override void Run(ICakeContext context) =>
        context.Log.Information("in {0} at {1}", context.Environment.WorkingDirectory.FullPath, context.Log.Verbosity);
}

/// <summary>Shows which assemblies were loaded up to here.</summary>
public sealed class Loaded : FrostingTask
{
    /// <inheritdoc/>
    public override void Run(ICakeContext context)
    {
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            context.Log.Information("loaded: {0}", assembly.GetName().Name);
        }
    }
}
