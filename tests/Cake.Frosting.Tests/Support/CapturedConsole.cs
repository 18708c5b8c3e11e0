using System.Globalization;
using System.Text;
using Cake.Core;

namespace Cake.Frosting.Tests.Support;

/// <summary>A console without colours that keeps what is written.</summary>
internal sealed class CapturedConsole : IConsole
{
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();

    public ConsoleColor ForegroundColor { get; set; }

    public ConsoleColor BackgroundColor { get; set; }

    public bool SupportAnsiEscapeCodes => false;

    public string Output => output.ToString();

    public string Errors => errors.ToString();

    public void Write(string format, params object[] arg) => output.AppendFormat(CultureInfo.InvariantCulture, format, arg);

    public void Write(string value) => output.Append(value);

    public void WriteLine(string format, params object[] arg) => output.AppendFormat(CultureInfo.InvariantCulture, format, arg).Append('\n');

    public void WriteLine(string value) => output.Append(value).Append('\n');

    public void WriteError(string format, params object[] arg) => errors.AppendFormat(CultureInfo.InvariantCulture, format, arg);

    public void WriteError(string value) => errors.Append(value);

    public void WriteErrorLine(string format, params object[] arg) => errors.AppendFormat(CultureInfo.InvariantCulture, format, arg).Append('\n');

    public void WriteErrorLine(string value) => errors.Append(value).Append('\n');

    public void ResetColor()
    {
    }
}
