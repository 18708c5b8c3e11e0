namespace ChartRelease.Release;

/// <summary>The steps that a run has taken with success; a push also when single charts failed, which the verification then tells.</summary>
[Flags]
internal enum ReleaseSteps
{
    None = 0,
    Lint = 1,
    Bump = 2,
    Login = 4,
    Push = 8,
    Verify = 16,
    Tag = 32,
}
