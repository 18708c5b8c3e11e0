using System.Reflection;

namespace Cake.Frosting.Tests.Support;

/// <summary>An assembly that exports just the given types, so that each test has tasks of its own.</summary>
internal sealed class TaskAssembly(params Type[] types) : Assembly
{
    public override Type[] GetExportedTypes() => types;
}
