namespace ChartRelease.Bench.Startup;

/// <summary>A way in.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Folder">Full path of the working directory.</param>
/// <param name="Program">Name or full path.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record Way(string Name, string Folder, string Program, params string[] Arguments);
