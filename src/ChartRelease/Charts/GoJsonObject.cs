using System.Text;

namespace ChartRelease.Charts;

/// <summary>A JSON object whose empty members are left out, as Go's <c>omitempty</c> does.</summary>
internal sealed class GoJsonObject
{
    private readonly StringBuilder _json = new("{");

    /// <summary>A text; left out when empty.</summary>
    public GoJsonObject Text(string name, string? value) => string.IsNullOrEmpty(value) ? this : RequiredText(name, value);

    /// <summary>A text that stays when empty.</summary>
    public GoJsonObject RequiredText(string name, string value)
    {
        GoJson.AppendText(Name(name), value);
        return this;
    }

    /// <summary><c>true</c>; left out when false.</summary>
    public GoJsonObject Flag(string name, bool value)
    {
        _ = value ? Name(name).Append("true") : _json;
        return this;
    }

    /// <summary>A list of texts; left out when empty.</summary>
    public GoJsonObject Texts(string name, IEnumerable<string> values) => Raw(name, values.Select(GoJson.Text));

    /// <summary>A list of JSON values; left out when empty.</summary>
    public GoJsonObject Raw(string name, IEnumerable<string> values)
    {
        var list = string.Join(',', values);
        _ = list.Length > 0 ? Name(name).Append('[').Append(list).Append(']') : _json;
        return this;
    }

    /// <summary>A map of texts, sorted by key; left out when empty.</summary>
    public GoJsonObject Map(string name, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count > 0)
        {
            var map = new GoJsonObject();
            foreach (var (key, value) in values.OrderBy(pair => Encoding.UTF8.GetBytes(pair.Key), Utf8Order.Instance))
            {
                map.RequiredText(key, value);
            }

            Name(name).Append(map);
        }

        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{_json}}}";

    private StringBuilder Name(string name) => GoJson.AppendText(_json.Length > 1 ? _json.Append(',') : _json, name).Append(':');
}
