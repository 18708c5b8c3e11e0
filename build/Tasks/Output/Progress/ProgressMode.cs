namespace Cake.Frosting.ChartRelease;

/// <summary>How the progress of a release is shown. Never in two ways at once.</summary>
internal enum ProgressMode
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>A line when a chart is done, and now and then one while much is sent.</summary>
    Plain,

    /// <summary>A display that is drawn anew as things change; lines once it is gone.</summary>
    Live,
}
