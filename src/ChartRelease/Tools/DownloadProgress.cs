using System.Globalization;

namespace ChartRelease.Tools;

/// <summary>Tells about a download in at most a dozen lines: one when it starts, one for each tenth of it.</summary>
internal sealed class DownloadProgress
{
    private readonly IReleaseLog _log;
    private readonly string _label;
    private readonly long? _length;
    private long _tenths;

    public DownloadProgress(IReleaseLog log, string label, string host, long? length)
    {
        (_log, _label, _length) = (log, label, length);
        var size = length is { } bytes ? string.Create(CultureInfo.InvariantCulture, $" ({bytes / 1e6:0.0} MB)") : "";
        log.Write(ReleaseLogLevel.Information, $"Downloading {label} from {host}{size}");
    }

    public void Report(long total)
    {
        var tenths = _length is > 0 ? total * 10 / _length.Value : 0;
        if (tenths > _tenths && tenths < 10)
        {
            _tenths = tenths;
            _log.Write(ReleaseLogLevel.Information, $"{_label}: {tenths * 10} %");
        }
    }
}
