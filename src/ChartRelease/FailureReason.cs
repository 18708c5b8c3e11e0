namespace ChartRelease;

/// <summary>Every way in which a release can fail. Messages may be reworded; these stay.</summary>
public enum FailureReason
{
    /// <summary>A setting, argument or settings file is wrong.</summary>
    InvalidSettings,

    /// <summary>The working directory is not inside a Git repository.</summary>
    NotARepository,

    /// <summary>A Git command failed or printed what it never prints.</summary>
    GitFailed,

    /// <summary>The repository has no commit yet, or the revision does not exist.</summary>
    RevisionNotFound,

    /// <summary>A shallow clone hides a commit that is needed.</summary>
    ShallowClone,

    /// <summary>A chart folder has changes that are not committed.</summary>
    UncommittedChanges,

    /// <summary>The repository is in a state in which nothing may be committed or tagged.</summary>
    RepositoryNotWritable,

    /// <summary>A tag exists and names another commit.</summary>
    TagConflict,

    /// <summary>No chart matches the settings.</summary>
    ChartNotFound,

    /// <summary>A chart's files break the rules of Helm charts.</summary>
    InvalidChart,

    /// <summary>A version is not a Semantic Version 2.0.0, or not higher than it must be.</summary>
    InvalidVersion,

    /// <summary>Chart.lock and the dependencies of Chart.yaml differ, or charts/ lacks what is locked.</summary>
    DependencyOutOfStep,

    /// <summary>Lint found errors.</summary>
    LintFailed,

    /// <summary>A tool is missing, too old, or its download does not have the pinned digest.</summary>
    ToolUnavailable,

    /// <summary>An external tool ran and failed.</summary>
    ToolFailed,

    /// <summary>A registry or layout reference is malformed.</summary>
    InvalidReference,

    /// <summary>No connection to the registry could be made or kept.</summary>
    RegistryUnreachable,

    /// <summary>The registry's certificate is not trusted, or it does not speak TLS.</summary>
    TlsFailed,

    /// <summary>No credentials were found, or the registry does not accept them.</summary>
    Unauthorized,

    /// <summary>The credentials are valid and may not do this.</summary>
    Forbidden,

    /// <summary>The registry does not know the repository, manifest or blob.</summary>
    NotFound,

    /// <summary>The registry gave an answer that the specification does not allow, or an error of its own.</summary>
    RegistryError,

    /// <summary>Fetched bytes do not have the digest or size they were announced with.</summary>
    DigestMismatch,

    /// <summary>The version is published already, with other content.</summary>
    VersionConflict,

    /// <summary>A saved plan is not what would be done now.</summary>
    PlanOutdated,

    /// <summary>A chart was released, and nothing says from which commit, so that nobody can tell what changed since.</summary>
    ReleaseUnknown,

    /// <summary>What was read back is not what was published.</summary>
    VerificationFailed,

    /// <summary>A file or folder cannot be written: disk full, read-only, no permission.</summary>
    CannotWrite,

    /// <summary>The user or the system stopped the run.</summary>
    Cancelled,
}
