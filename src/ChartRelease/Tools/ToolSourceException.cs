using System.Diagnostics.CodeAnalysis;

namespace ChartRelease.Tools;

/// <summary>A source did not give the tool; the next one is tried.</summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "The tool cache catches every one.")]
internal sealed class ToolSourceException(string message) : Exception(message);
