using ChartRelease.Docs;

// Writes what is generated from the sources into the repository: dotnet run --project build/Docs
var root = Path.GetFullPath(args.Length > 0 ? args[0] : ".");
if (!File.Exists(Path.Combine(root, "ChartRelease.slnx")))
{
    Console.Error.WriteLine($"{root} has no ChartRelease.slnx. Run this in the root of the repository, or name it.");
    return 1;
}

GeneratedFiles.Write(root);
return 0;
