using System.Globalization;

namespace ChartRelease.Bench.Memory;

/// <summary>Reads the most memory a process ever held from /proc (<c>VmHWM</c>).</summary>
internal static class ProcessMemory
{
    private const double KibibytesPerMegabyte = 1_000_000.0 / 1024;

    /// <summary>Megabytes; 0 when the process is gone.</summary>
    /// <param name="id">Number of the process, or <c>self</c>.</param>
    public static double Peak(string id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            var kibibytes = line?.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1];
            return kibibytes is null ? 0 : double.Parse(kibibytes, CultureInfo.InvariantCulture) / KibibytesPerMegabyte;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>Numbers and names of the processes that a process has started and that run now.</summary>
    public static IEnumerable<(string Id, string Name)> Children(int id)
    {
        try
        {
            return [.. Directory.EnumerateDirectories($"/proc/{id}/task")
                .SelectMany(static task => File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(static child => (child, File.ReadAllText($"/proc/{child}/comm").Trim()))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
