namespace Cake.Frosting.Internal;

/// <summary>A configuration value that the program set.</summary>
internal sealed record CakeSetting(string Key, string Value);
