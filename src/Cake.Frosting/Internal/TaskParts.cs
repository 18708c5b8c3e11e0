namespace Cake.Frosting.Internal;

/// <summary>The methods of a task that its class overrides; what is not overridden is not registered with the engine.</summary>
[Flags]
internal enum TaskParts
{
    None = 0,
    Run = 1,
    ShouldRun = 2,
    OnError = 4,
    Finally = 8,
}
