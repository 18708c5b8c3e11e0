using System.Globalization;
using ChartRelease.Charts;
using ChartRelease.Oci;
using ChartRelease.Release.Selection;
using ChartRelease.Release.Sharding;
using ChartRelease.Versioning;

namespace ChartRelease.Release.Settings;

/// <summary>Turns the texts that were written into <see cref="ReleaseOptions"/>.</summary>
internal sealed class OptionsBuilder
{
    private readonly IReadOnlyDictionary<string, SettingValue> _written;

    private OptionsBuilder(IReadOnlyDictionary<string, SettingValue> written) => _written = written;

    public static ReleaseOptions Build(SettingsInput input, IReadOnlyDictionary<string, SettingValue> written)
    {
        var settings = new OptionsBuilder(written);
        var bump = settings.Bump();
        return WithOneHostPerPassword(new ReleaseOptions
        {
            WorkingDirectory = input.WorkingDirectory,
            Charts = settings.List("charts"),
            Registries = settings.Registries(),
            Engine = settings.Choice<EngineKind>("engine"),
            Artifacts = settings.Text("artifacts")!,
            Commit = settings.Text("commit")!,
            AllowDirty = settings.Flag("allow-dirty"),
            Bump = bump,
            VersionSources = settings.VersionSources(bump),
            AssumeYes = settings.Flag("yes"),
            TagTemplate = settings.TagTemplate(),
            TagPatterns = settings.TagPatterns(),
            Plan = settings.Plan(),
            Selection = settings.Selection(),
            Promotion = new() { From = settings.Text("from") is { } from ? TargetReference.Parse(from) : null },
            StoreCredentials = settings.Flag("store-credentials"),
            Registry = settings.Registry(input),
            Helm = settings.Text("helm"),
            Output = settings.Choice<OutputFormat>("output"),
        });
    }

    // A password is not sent to a host it may not belong to; credential files say which is whose.
    private static ReleaseOptions WithOneHostPerPassword(ReleaseOptions options)
    {
        var hosts = options.Registries.Append(options.Promotion.From).OfType<RegistryReference>().Select(registry => registry.Host).Distinct().ToList();
        return hosts.Count < 2 || options.Registry is { Username: null, Password: null } ? options : throw SettingsFailure.Create(
            $"One user name and password were given for {hosts.Count} registries: {string.Join(", ", hosts)}.",
            "One registry, or credentials for each in helm's or docker's credential file.",
            "Store them once with \"helm registry login HOST\", and leave out --username, --password-stdin and CHART_RELEASE_PASSWORD.");
    }

    private RegistryOptions Registry(SettingsInput input) => new()
    {
        PlainHttp = Flag("plain-http"),
        CaFile = Text("ca-file"),
        Username = Text("username"),
        Password = Password(input),
        PasswordSource = Flag("password-stdin") ? "--password-stdin" : "CHART_RELEASE_PASSWORD",
        InsecureSkipTlsVerify = Flag("insecure-skip-tls-verify"),
        Parallelism = Number("parallelism"),
        Timeout = Span("timeout"),
        Deadline = Span("deadline"),
        RetryAfterCeiling = Span("retry-after-limit"),
        Environment = name => input.Environment.GetValueOrDefault(name),
    };

    private Secret? Password(SettingsInput input)
    {
        var fromVariable = input.Environment.GetValueOrDefault("CHART_RELEASE_PASSWORD");
        if (!Flag("password-stdin"))
        {
            return string.IsNullOrEmpty(fromVariable) ? null : new Secret(fromVariable);
        }

        var text = input.ReadStandardInput().TrimEnd('\r', '\n');
        return text.Length > 0 ? new Secret(text) : throw SettingsFailure.Create(
            "--password-stdin was given, and standard input is empty.",
            "The password on standard input.",
            "Pipe it in: printf '%s' \"$TOKEN\" | ./build.sh --target=Publish --username=USER --password-stdin.");
    }

    private BumpRequest Bump()
    {
        var kind = Text("bump") is null ? (BumpKind?)null : Choice<BumpKind>("bump");
        var version = Text("chart-version");
        Exclude(kind is not null && version is not null, "--bump", "--chart-version", "--bump computes the version that --chart-version states.");
        Exclude(Flag("push") && Flag("no-commit"), "--push", "--no-commit", "what is not committed cannot be pushed.");
        return new BumpRequest(kind, version, Text("app-version"), !Flag("no-commit"))
        {
            Preid = Located("preid", () => VersionBump.CheckPreid(Text("preid")!)),
            Push = Flag("push"),
            ProtectedBranches = Find("protected-branches").Value is null ? [] : List("protected-branches"),
            ChangeLog = Flag("changelog"),
            ArtifactHubChanges = Flag("artifacthub-changes"),
        };
    }

    private VersionSources VersionSources(BumpRequest bump)
    {
        var sources = new VersionSources(Choice<VersionSource>("version-from"), Choice<VersionSource>("app-version-from"));
        Exclude(
            sources.Version != VersionSource.Chart && (bump.Kind is not null || bump.ChartVersion is not null),
            "version-from", bump.Kind is null ? "--chart-version" : "--bump", "a version that is not taken from Chart.yaml need not be changed there.");
        Exclude(sources.AppVersion != VersionSource.Chart && bump.AppVersion is not null, "app-version-from", "--app-version", "either says what appVersion is.");
        return sources;
    }

    private static void Exclude(bool both, string one, string other, string why)
    {
        if (both)
        {
            throw SettingsFailure.Create($"Both {one} and {other} were given.", $"One of them: {why}", "Leave one out.");
        }
    }

    private TagTemplate? TagTemplate() => Text("tag-template") is { } template ? Located("tag-template", () => Versioning.TagTemplate.Parse(template)) : null;

    // A template says how tags are named; the default is for those who said nothing.
    private TagPatterns TagPatterns()
    {
        var template = TagTemplate();
        if (template is null && Find("tag-patterns").Value is null)
        {
            return Release.TagPatterns.Default;
        }

        IReadOnlyList<TagTemplate> patterns = Find("tag-patterns").Value is null
            ? []
            : Located<IReadOnlyList<TagTemplate>>("tag-patterns", () => [.. List("tag-patterns").Select(text => Versioning.TagTemplate.Parse(text))]);
        return Release.TagPatterns.Of([.. patterns.Prepend(template).OfType<TagTemplate>()]);
    }

    private PlanRequest Plan()
    {
        if (Text("since") is not null && !Flag("check"))
        {
            throw SettingsFailure.Create(
                "--since was given without --check.", "Both, or neither.", "Add --check; without it the plan compares with the last releases.");
        }

        if (Text("plan") is not null && Bump().IsRequested)
        {
            throw SettingsFailure.Create(
                "--plan was given together with a version change.",
                "A plan of the commit that is published.",
                "Change the version first, make a new plan, and publish that.");
        }

        return new PlanRequest
        {
            Check = Flag("check"),
            Since = Text("since"),
            Shard = Text("shard") is { } shard ? Shard.Parse(shard) : null,
            File = Text("plan"),
        };
    }

    private PublishedSelection Selection() => new()
    {
        // What the settings file says are folders, for Publish.
        Charts = Find("charts").Value is { Location: null } ? List("charts") : [],
        Versions = Find("versions").Value is null ? [] : List("versions"),
        Commit = Find("commit").Value is null ? null : Text("commit"),
        Folders = Find("charts").Value is { Location: not null } ? List("charts") : ChartFinder.DefaultGlobs,
    };

    private string? Text(string name)
    {
        var (setting, value) = Find(name);
        if (value is null)
        {
            return setting.Default.Length == 0 ? null : setting.Default;
        }

        return value.Last.Length > 0 ? value.Last : throw SettingsFailure.Value(setting, value, "A value.");
    }

    private bool Flag(string name)
    {
        var (setting, value) = Find(name);
        return value?.Last.ToUpperInvariant() switch
        {
            null or "FALSE" => false,
            "" or "TRUE" => true,
            _ => throw SettingsFailure.Value(setting, value, "true or false."),
        };
    }

    private int Number(string name)
    {
        var (setting, value) = Find(name);
        return int.TryParse(value?.Last ?? setting.Default, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 256
            ? number
            : throw SettingsFailure.Value(setting, value!, "A whole number from 1 to 256.");
    }

    private TimeSpan Span(string name)
    {
        var (setting, value) = Find(name);
        return Duration.TryParse(value?.Last ?? setting.Default, out var duration)
            ? duration
            : throw SettingsFailure.Value(setting, value!, "A span of time, for example 90s, 5m or 1h30m, or a number of seconds.");
    }

    private TEnum Choice<TEnum>(string name)
        where TEnum : struct, Enum
    {
        var (setting, value) = Find(name);
        var text = value?.Last ?? setting.Default;
        return setting.Choices.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<TEnum>(text, ignoreCase: true)
            : throw SettingsFailure.Value(
                setting, value!, $"One of: {string.Join(", ", setting.Choices)}.", NearestName.Find(text, setting.Choices));
    }

    private IReadOnlyList<string> List(string name)
    {
        var (setting, value) = Find(name);
        IReadOnlyList<string> items =
        [
            .. (value?.Values ?? [setting.Default])
                .SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
        ];
        return items.Count > 0 ? items : throw SettingsFailure.Value(setting, value!, "At least one value.");
    }

    private IReadOnlyList<TargetReference> Registries() => Located<IReadOnlyList<TargetReference>>(
        "registry", () => [.. List("registry").Select(TargetReference.Parse).DistinctBy(target => target.Value)]);

    // What parses a value does not know that it stands in the settings file.
    private T Located<T>(string name, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (ChartReleaseException exception) when (exception.Failure.Location is null && Find(name).Value?.Location is { } location)
        {
            throw new ChartReleaseException(exception.Failure with { Location = location }, exception);
        }
    }

    private (SettingDefinition Setting, SettingValue? Value) Find(string name) =>
        (SettingDefinitions.All.First(setting => setting.Name == name), _written.GetValueOrDefault(name));
}
