using System.Diagnostics.CodeAnalysis;

namespace Cake.Frosting;

/// <summary>Makes another task run before this one.</summary>
/// <param name="type">Type of the other task; anything but a task is an error when the host runs.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[SuppressMessage("Design", "CA1019", Justification = "The names are those of the package.")]
public sealed class IsDependentOnAttribute(Type type) : Attribute
{
    /// <summary>Type of the task that runs first.</summary>
    public Type Task { get; } = type ?? throw new ArgumentNullException(nameof(type));
}
