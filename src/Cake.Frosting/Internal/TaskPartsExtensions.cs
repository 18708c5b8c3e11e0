namespace Cake.Frosting.Internal;

internal static class TaskPartsExtensions
{
    /// <summary>The part, if the method a virtual call reaches is declared below the base class; else none.</summary>
    public static TaskParts IfOverridden(this TaskParts part, Delegate method, Type taskBase) =>
        method.Method.DeclaringType == taskBase ? TaskParts.None : part;
}
