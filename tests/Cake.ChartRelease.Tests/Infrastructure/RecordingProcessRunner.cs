using Cake.Core.IO;
using NSubstitute;

namespace Cake.ChartRelease.Tests.Infrastructure;

/// <summary>Starts nothing; keeps what would have been started.</summary>
public sealed class RecordingProcessRunner : IProcessRunner
{
    public IList<ProcessSettings> Started { get; } = [];

    public IReadOnlyList<string> Output { get; init; } = [];

    public string CommandLine => Started[^1].Arguments.Render();

    public IProcess Start(FilePath filePath, ProcessSettings settings)
    {
        Started.Add(settings);
        var process = Substitute.For<IProcess>();
        process.WaitForExit(Arg.Any<int>()).Returns(true);
        process.GetStandardOutput().Returns(Output);
        process.GetStandardError().Returns([]);
        return process;
    }
}
