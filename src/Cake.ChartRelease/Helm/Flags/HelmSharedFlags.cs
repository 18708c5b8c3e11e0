using Cake.Core.IO;
using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>Flags of several commands that have no settings class in common.</summary>
internal static class HelmSharedFlags
{
    public static HelmArguments CleanupOnFail(this HelmArguments arguments, bool cleanup) => arguments.Flag("--cleanup-on-fail", cleanup);

    public static HelmArguments Description(this HelmArguments arguments, string? description) =>
        arguments.Option("--description", description);

    public static HelmArguments Destination(this HelmArguments arguments, DirectoryPath? destination) =>
        arguments.Option("--destination", destination?.FullPath);

    public static HelmArguments Devel(this HelmArguments arguments, bool devel) => arguments.Flag("--devel", devel);

    public static HelmArguments DownloadTimeout(this HelmArguments arguments, TimeSpan? timeout) =>
        arguments.OperationTimeout(timeout, HelmRange.Since("3.19.0"));

    /// <summary>A helm that does not tell the kinds of dry run apart gets the flag without a value.</summary>
    public static HelmArguments DryRun(this HelmArguments arguments, HelmDryRun? dryRun, HelmRange kinds) => dryRun switch
    {
        HelmDryRun.Client when !arguments.Knows(kinds) => arguments.Flag("--dry-run", on: true),
        { } kind => arguments.Option("--dry-run", kind.Text(), kinds),
        null => arguments,
    };

    /// <summary>Since 3.16; <c>helm test</c> lost it in 4.0.</summary>
    public static HelmArguments HideNotes(this HelmArguments arguments, bool hide, string? removed = null) =>
        arguments.Flag("--hide-notes", hide, new HelmRange("3.16.0", removed));

    public static HelmArguments HideSecret(this HelmArguments arguments, bool hide) =>
        arguments.Flag("--hide-secret", hide, HelmRange.Since("3.15.0"));

    public static HelmArguments HistoryMax(this HelmArguments arguments, int? max) => arguments.Option("--history-max", max);

    public static HelmArguments Keyring(this HelmArguments arguments, FilePath? keyring, HelmRange? range = null) =>
        arguments.Option("--keyring", keyring?.FullPath, range);

    public static HelmArguments Max(this HelmArguments arguments, int? max) => arguments.Option("--max", max);

    public static HelmArguments MaximumColumnWidth(this HelmArguments arguments, uint? width) => arguments.Option("--max-col-width", width);

    public static HelmArguments NoHeaders(this HelmArguments arguments, bool noHeaders, HelmRange range) =>
        arguments.Flag("--no-headers", noHeaders, range);

    public static HelmArguments OperationTimeout(this HelmArguments arguments, TimeSpan? timeout, HelmRange? range = null) =>
        arguments.Duration("--timeout", timeout, range);

    public static HelmArguments Output(this HelmArguments arguments, HelmOutputFormat? format) =>
        arguments.Option("--output", format?.Text());

    public static HelmArguments PassCredentials(this HelmArguments arguments, bool pass) => arguments.Flag("--pass-credentials", pass);

    public static HelmArguments Revision(this HelmArguments arguments, int? revision) => arguments.Option("--revision", revision);

    public static HelmArguments SigningKey(
        this HelmArguments arguments, string? key, FilePath? keyring, FilePath? passphraseFile, Secret? passphrase) => arguments
        .Option("--key", key)
        .Keyring(keyring)
        .Option("--passphrase-file", passphrase is null ? passphraseFile?.FullPath : "-");

    public static HelmArguments SkipSchemaValidation(this HelmArguments arguments, bool skip) =>
        arguments.Flag("--skip-schema-validation", skip, HelmRange.Since("3.16.0"));

    public static HelmArguments Template(this HelmArguments arguments, string? template) => arguments.Option("--template", template);

    public static HelmArguments UserWithPasswordFromInput(this HelmArguments arguments, string? username, Secret? password) => arguments
        .Option("--username", username)
        .Flag("--password-stdin", password is not null);

    public static HelmArguments Verify(this HelmArguments arguments, bool verify) => arguments.Flag("--verify", verify);

    public static HelmArguments Version(this HelmArguments arguments, string? version) => arguments.Option("--version", version);
}
