namespace Cake.Frosting;

/// <summary>Describes a task in the list that <c>--description</c> prints.</summary>
/// <param name="description">One line of text.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TaskDescriptionAttribute(string description) : Attribute
{
    /// <summary>Description of the task.</summary>
    public string Description { get; } = description ?? throw new ArgumentNullException(nameof(description));
}
