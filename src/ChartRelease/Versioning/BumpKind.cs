namespace ChartRelease.Versioning;

/// <summary>Which version comes next, as npm and cargo users know the words.</summary>
public enum BumpKind
{
    /// <summary>Decided from the commits since the last release: see <see cref="NextVersion"/>.</summary>
    Auto,

    /// <summary>1.2.3 → 2.0.0; 2.0.0-rc.1 → 2.0.0.</summary>
    Major,

    /// <summary>1.2.3 → 1.3.0; 1.3.0-rc.1 → 1.3.0.</summary>
    Minor,

    /// <summary>1.2.3 → 1.2.4; 1.2.4-rc.1 → 1.2.4.</summary>
    Patch,

    /// <summary>1.2.3 → 1.2.4-rc.1; 1.2.4-rc.1 → 1.2.4-rc.2.</summary>
    Prerelease,

    /// <summary>1.3.0-rc.2 → 1.3.0; an error for a version that is no prerelease.</summary>
    Release,
}
