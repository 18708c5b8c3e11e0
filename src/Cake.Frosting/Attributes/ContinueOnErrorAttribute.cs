namespace Cake.Frosting;

/// <summary>Lets the run go on when the task fails: the report shows the failure, the exit code does not.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ContinueOnErrorAttribute : Attribute;
