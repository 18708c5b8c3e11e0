using System.Text.RegularExpressions;

namespace ChartRelease.Release.ChangeLog;

/// <summary>Addresses of commits and issues on the site that hosts a repository.</summary>
/// <param name="Site">Address of the repository without a slash at its end, for example <c>https://github.com/OWNER/NAME</c>.</param>
public sealed partial record WebLinks(string Site)
{
    // GitLab puts a dash between the project and what is in it.
    private string Base => new Uri(Site).Host.Contains("gitlab", StringComparison.OrdinalIgnoreCase) ? $"{Site}/-" : Site;

    /// <summary>The site of a remote as git has it; <see langword="null"/> when it is none that people look at, such as a folder.</summary>
    /// <remarks>A user name or password in the address is left out.</remarks>
    public static WebLinks? FromRemote(string remote)
    {
        var match = Remote().Match(remote.Trim());
        return match.Success ? new WebLinks($"https://{match.Groups["host"].Value}/{match.Groups["path"].Value}") : null;
    }

    /// <summary>Address of a commit.</summary>
    public string Commit(string id) => $"{Base}/{(Site.StartsWith("https://bitbucket.org/", StringComparison.Ordinal) ? "commits" : "commit")}/{id}";

    /// <summary>Address of an issue, or of a pull request: GitHub leads from the one to the other.</summary>
    public string Issue(int number) => $"{Base}/issues/{number}";

    // https://HOST/PATH.git, ssh://git@HOST:PORT/PATH.git, git@HOST:PATH.git; the port of ssh leads nowhere in a browser.
    [GeneratedRegex(@"\A(?:https?://(?:[^@/]*@)?(?<host>[^/@]+)/|(?:ssh|git)://(?:[^@/]*@)?(?<host>[^/:@]+)(?::[0-9]+)?/|(?:[^@/:]+@)(?<host>[^/:@]+):(?!/))(?<path>[^?#]+?)(?:\.git)?/?\z")]
    private static partial Regex Remote();
}
