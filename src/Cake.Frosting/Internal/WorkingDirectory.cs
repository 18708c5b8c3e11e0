using Cake.Core.IO;

namespace Cake.Frosting.Internal;

/// <summary>The folder that the program asked to run in.</summary>
internal sealed record WorkingDirectory(DirectoryPath Path);
