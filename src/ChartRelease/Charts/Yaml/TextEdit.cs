using System.Text;

namespace ChartRelease.Charts.Yaml;

/// <summary>A piece of text to put in the place of another.</summary>
/// <param name="Start">Index of the first UTF-16 code unit.</param>
/// <param name="Length">How many are replaced.</param>
/// <param name="Text">What stands there afterwards.</param>
internal sealed record TextEdit(int Start, int Length, string Text)
{
    /// <summary>Applies edits that do not overlap.</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text);
        foreach (var edit in edits.OrderByDescending(edit => edit.Start))
        {
            result.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.Text);
        }

        return result.ToString();
    }
}
