namespace Cake.Frosting.Internal;

/// <summary>What the engine has to know of a task's class; both task bases implement it.</summary>
internal interface ITaskShape
{
    /// <summary>Type that the host's context must be convertible to.</summary>
    Type ContextType { get; }

    /// <summary>What the class overrides.</summary>
    TaskParts Overridden { get; }
}
