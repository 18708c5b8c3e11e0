namespace ChartRelease.Charts.Lint;

/// <summary>One rule about a chart.</summary>
public interface ILintRule
{
    /// <summary>Stable id, <c>CR</c> and three digits.</summary>
    string Id { get; }

    /// <summary>Severity of all its findings.</summary>
    LintSeverity Severity { get; }

    /// <summary>What the rule asks, one short sentence without a full stop.</summary>
    string Title { get; }

    /// <summary>Why it asks that, one sentence.</summary>
    string Why { get; }

    /// <summary>Looks at a chart; yields nothing when all is well or when another rule covers the cause.</summary>
    IEnumerable<LintFinding> Check(LintSubject subject);
}
