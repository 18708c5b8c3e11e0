using Cake.Core;

namespace Cake.Frosting.Tests.Support;

/// <summary>A task that notes its class name.</summary>
internal abstract class NotingTask(Journal journal) : FrostingTask
{
    public override void Run(ICakeContext context) => journal.Add(GetType().Name);
}
