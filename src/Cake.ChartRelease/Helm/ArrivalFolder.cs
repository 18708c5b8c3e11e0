using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>
/// A folder within the destination where helm puts what it pulls, so that the one archive there is what arrived (helm does not say
/// its name) and appears in the destination at once and complete.
/// </summary>
internal sealed class ArrivalFolder : IDisposable
{
    private readonly string _destination;

    public ArrivalFolder(string destination)
    {
        _destination = destination;
        Path = System.IO.Path.Combine(destination, $".pull-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string MoveArchive(string reference)
    {
        var archives = Directory.GetFiles(Path, "*.tgz");
        if (archives is not [var archive])
        {
            throw new ChartReleaseException(
                FailureReason.ToolFailed,
                $"helm pull of {reference} ended well and left {archives.Length} archives.",
                "One chart archive.",
                "Run the command by hand (--verbosity=diagnostic shows it).");
        }

        var target = System.IO.Path.Combine(_destination, System.IO.Path.GetFileName(archive));
        File.Move(archive, target, overwrite: true);
        return target;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
