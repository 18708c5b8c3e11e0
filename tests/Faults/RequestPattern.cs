using System.Text.RegularExpressions;

namespace ChartRelease.Faults;

/// <summary>Which requests a rule is about.</summary>
/// <param name="Methods">Methods, <c>|</c> between them.</param>
/// <param name="Target">Regular expression on path and query; <c>{tag}</c>, <c>{archive}</c> and <c>{config}</c> stand for the chart's own.</param>
public sealed record RequestPattern(string Methods, string Target)
{
    /// <summary>Only after the registry took a tag.</summary>
    public bool AfterPush { get; init; }

    /// <summary>Also requests that still lack the credentials that the registry asks for.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Whether a request is one of them.</summary>
    public bool Matches(RecordedExchange request, IReadOnlyDictionary<string, string> names, bool pushed) =>
        Methods.Split('|').Contains(request.Method)
        && (Anonymous || request.HasAuthorization)
        && (pushed || !AfterPush)
        && Regex.IsMatch(Uri.UnescapeDataString(request.Target), names.Aggregate(Target, (target, name) => target.Replace(name.Key, Regex.Escape(name.Value), StringComparison.Ordinal)));
}
