namespace Cake.Frosting;

/// <summary>Names a task; without it the class name is the task's name.</summary>
/// <param name="name">Name to run the task by; compared without regard to case.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TaskNameAttribute(string name) : Attribute
{
    /// <summary>Name of the task.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));
}
