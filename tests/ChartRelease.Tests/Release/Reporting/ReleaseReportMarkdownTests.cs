using ChartRelease.Release.Reporting;

namespace ChartRelease.Tests.Release.Reporting;

public sealed class ReleaseReportMarkdownTests
{
    [Fact]
    public void A_published_chart_has_a_row_its_install_commands_and_the_packages_page() => Assert.Equal(
        $"""
        ## Chart release

        | Chart | Version | Action | Digest | Target | Verified |
        |---|---|---|---|---|---|
        | app | 1.2.3 | published | `{Reports.Manifest}` | `oci://ghcr.io/owner/charts/app:1.2.3` | yes |

        Commit `abc`

        ### Install app 1.2.3

        ```sh
        # directly
        helm install app oci://ghcr.io/owner/charts/app --version 1.2.3
        # pull, then install
        helm pull oci://ghcr.io/owner/charts/app --version 1.2.3
        helm install app app-1.2.3.tgz
        # with your own values
        helm install app oci://ghcr.io/owner/charts/app --version 1.2.3 --values my-values.yaml
        ```

        [Packages](https://github.com/owner?tab=packages)

        """.ReplaceLineEndings("\n"),
        ReleaseReportMarkdown.Render(new ReleaseReport("abc", [Reports.Chart("oci://ghcr.io/owner/charts")]), _ => false));

    [Fact]
    public void What_was_not_published_has_a_row_only()
    {
        var text = ReleaseReportMarkdown.Render(
            new ReleaseReport("abc", [Reports.Chart("oci://ghcr.io/owner", ReportedAction.Refused, verified: false)]), _ => false);

        Assert.Contains("| refused |", text, StringComparison.Ordinal);
        Assert.Contains("| no |", text, StringComparison.Ordinal);
        Assert.DoesNotContain("helm install", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bar_in_a_text_does_not_break_the_table() => Assert.Contains(
        "a\\|b", ReleaseReportMarkdown.Render(new ReleaseReport("abc", [Reports.Chart("oci-layout:a|b")]), _ => false), StringComparison.Ordinal);
}
