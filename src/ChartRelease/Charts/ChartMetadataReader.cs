using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts;

/// <summary>Turns the mapping of Chart.yaml into <see cref="ChartMetadata"/>.</summary>
internal sealed class ChartMetadataReader(YamlFields fields)
{
    /// <summary>The keys that Helm knows, in the order of its documentation.</summary>
    public static IReadOnlyList<string> KnownKeys { get; } =
    [
        "apiVersion", "name", "version", "kubeVersion", "description", "type", "keywords", "home", "sources", "dependencies",
        "maintainers", "icon", "appVersion", "deprecated", "annotations", "condition", "tags",
    ];

    public ChartMetadata Read(YamlMap map) => new()
    {
        ApiVersion = fields.RequiredText(map, "apiVersion"),
        Name = PartOfFileName(map, "name"),
        Version = PartOfFileName(map, "version"),
        AppVersion = fields.SourceText(map, "appVersion"),
        Description = fields.Text(map, "description"),
        Type = fields.Text(map, "type"),
        Home = fields.Text(map, "home"),
        Icon = fields.Text(map, "icon"),
        KubeVersion = fields.Text(map, "kubeVersion"),
        Condition = fields.Text(map, "condition"),
        Tags = fields.Text(map, "tags"),
        Deprecated = fields.Flag(map, "deprecated"),
        Sources = fields.TextList(map, "sources"),
        Keywords = fields.TextList(map, "keywords"),
        Maintainers = [.. fields.Maps(map, "maintainers").Select(ReadMaintainer)],
        Dependencies = [.. ReadDependencies(map)],
        Annotations = fields.TextMap(map, "annotations"),
    };

    /// <summary>The <c>dependencies</c> of Chart.yaml, requirements.yaml or a lock file.</summary>
    public IEnumerable<ChartDependency> ReadDependencies(YamlMap map) => fields.Maps(map, "dependencies").Select(entry => new ChartDependency
    {
        Name = fields.RequiredText(entry, "name"),
        Version = fields.Text(entry, "version"),
        Repository = fields.Text(entry, "repository"),
        Condition = fields.Text(entry, "condition"),
        Tags = fields.TextList(entry, "tags"),
        Enabled = fields.Flag(entry, "enabled"),
        ImportValues = [.. fields.Items(entry, "import-values").Select(item => GoJson.FromYaml(item, node => fields.Wrong(node, "import-values", "plain data")))],
        Alias = fields.Text(entry, "alias"),
    });

    /// <summary>The <c>dependencies</c> of a lock file: their names and versions become paths, <c>charts/NAME-VERSION.tgz</c>.</summary>
    public IEnumerable<ChartDependency> ReadLocked(YamlMap map)
    {
        foreach (var entry in fields.Maps(map, "dependencies"))
        {
            PartOfFileName(entry, "name");

            // Without a repository it is a folder, in whatever version.
            if (!string.IsNullOrEmpty(fields.Text(entry, "repository")))
            {
                PartOfFileName(entry, "version");
            }
        }

        return ReadDependencies(map);
    }

    private ChartMaintainer ReadMaintainer(YamlMap map) =>
        new(fields.Text(map, "name") ?? "", fields.Text(map, "email"), fields.Text(map, "url"));

    // Both become part of paths: NAME/… in the archive and NAME-VERSION.tgz on disk.
    private string PartOfFileName(YamlMap map, string key)
    {
        var value = fields.RequiredText(map, key);
        return value is "." or ".." || value.Any(c => c is '/' or '\\' or ':' || char.IsControl(c))
            ? throw fields.Wrong(map.Find(key)!, key, "usable in a file name")
            : value;
    }
}
