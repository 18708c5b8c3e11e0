using Cake.Core;

namespace Cake.Frosting.ChartRelease;

/// <summary>Folds the log of each task into a group where the CI system has groups.</summary>
public sealed class ReleaseTaskLifetime : FrostingTaskLifetime<ReleaseContext>
{
    /// <inheritdoc/>
    public override void Setup(ReleaseContext context, ITaskSetupContext info) => context.Output.StartGroup(info.Task.Name);

    /// <inheritdoc/>
    public override void Teardown(ReleaseContext context, ITaskTeardownContext info) => context.Output.EndGroup();
}
