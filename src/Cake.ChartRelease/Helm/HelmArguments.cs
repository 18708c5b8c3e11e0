using System.Globalization;
using Cake.Core.IO;
using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>
/// Builds a helm command line. Every argument is escaped for the process start, one token each (<c>--flag=value</c>, so that a value
/// may start with a dash), and flags are checked against the helm in use before any process starts.
/// </summary>
/// <param name="helmVersion">Version of the helm in use.</param>
internal sealed class HelmArguments(string helmVersion)
{
    private readonly List<Secret> _secrets = [];
    private readonly List<Secret> _valueSecrets = [];
    private readonly Dictionary<string, string> _variables = [];

    /// <summary>The command line.</summary>
    public ProcessArgumentBuilder Builder { get; } = new();

    /// <summary>What must not show up in a log or message.</summary>
    public IReadOnlyList<Secret> Secrets => _secrets;

    /// <summary>What must not show up in a message, but does in what helm renders.</summary>
    public IReadOnlyList<Secret> ValueSecrets => _valueSecrets;

    /// <summary>Environment variables that stand for flags.</summary>
    public IReadOnlyDictionary<string, string> Variables => _variables;

    /// <summary>The command itself.</summary>
    public HelmArguments Verb(string verb, HelmRange? range = null) =>
        range is null || Knows(range) ? Token(verb, verb) : throw HelmFailures.UnknownCommand(verb, helmVersion, range);

    /// <summary>Whether the helm in use is one of these.</summary>
    public bool Knows(HelmRange range) => range.Includes(helmVersion);

    /// <summary>A flag without a value.</summary>
    public HelmArguments Flag(string flag, bool on, HelmRange? range = null) => on ? Checked(flag, flag, range) : this;

    /// <summary>A flag that can also be turned off.</summary>
    public HelmArguments Switch(string flag, bool? value, HelmRange? range = null) =>
        value is { } given ? Checked(flag, given ? flag : $"{flag}=false", range) : this;

    /// <summary>A flag with a value; <see langword="null"/> leaves it out.</summary>
    public HelmArguments Option(string flag, string? value, HelmRange? range = null) =>
        value is null ? this : Checked(flag, $"{flag}={value}", range);

    /// <summary>A flag with a number, written in the invariant culture.</summary>
    public HelmArguments Option(string flag, IFormattable? value, HelmRange? range = null) =>
        Option(flag, value?.ToString(null, CultureInfo.InvariantCulture), range);

    /// <summary>A flag that is repeated for each value.</summary>
    public HelmArguments Options(string flag, IEnumerable<string> values, HelmRange? range = null)
    {
        foreach (var value in values)
        {
            Option(flag, value, range);
        }

        return this;
    }

    /// <summary>A time, as a Go duration (<see href="https://pkg.go.dev/time#ParseDuration"/>).</summary>
    public HelmArguments Duration(string flag, TimeSpan? value, HelmRange? range = null) =>
        Option(flag, value is { } time ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds}s") : null, range);

    /// <summary>A secret for which helm has a flag only: other users of the machine see it while helm runs, no log does.</summary>
    public HelmArguments Secret(string flag, Secret? secret, HelmRange? range = null) => secret is null
        ? this
        : Conceal(secret).Checked(flag, $"{flag}={secret.Reveal()}", range, $"{flag}={Redaction.Mask}");

    /// <summary>Secret values for a chart: as <see cref="Secret"/>, but part of what helm renders.</summary>
    /// <param name="flag">A flag of assignments.</param>
    /// <param name="values">Values by key.</param>
    /// <param name="escape">What the flag needs.</param>
    public HelmArguments SecretValues(string flag, IDictionary<string, Secret> values, Func<string, string> escape)
    {
        foreach (var (key, secret) in values)
        {
            // helm's messages may quote either form.
            var escaped = escape(secret.Reveal());
            _valueSecrets.AddRange([secret, new Secret(escaped)]);
            Checked(flag, $"{flag}={key}={escaped}", range: null, $"{flag}={key}={Redaction.Mask}");
        }

        return this;
    }

    /// <summary>A secret that goes by the environment.</summary>
    public HelmArguments Variable(string name, Secret? secret)
    {
        if (secret is not null)
        {
            _variables[name] = secret.Reveal();
            Conceal(secret);
        }

        return this;
    }

    /// <summary>Marks a secret that travels another way, so that it is removed from what helm prints.</summary>
    public HelmArguments Conceal(Secret? secret)
    {
        if (secret is not null)
        {
            _secrets.Add(secret);
        }

        return this;
    }

    /// <summary>Adds what a part of the settings renders.</summary>
    public HelmArguments Add(Action<HelmArguments> part)
    {
        part(this);
        return this;
    }

    /// <summary>What follows the flags. <c>--</c> comes first when something there could be taken for a flag.</summary>
    public HelmArguments Positionals(IReadOnlyCollection<string> values)
    {
        if (values.Any(value => value.StartsWith('-')))
        {
            Token("--", "--");
        }

        foreach (var value in values)
        {
            Escaped(value);
        }

        return this;
    }

    private HelmArguments Checked(string flag, string argument, HelmRange? range, string? shown = null) =>
        range is null || Knows(range) ? Escaped(argument, shown) : throw HelmFailures.UnknownFlag(flag, helmVersion, range);

    private HelmArguments Escaped(string argument, string? shown = null) => Token(
        ProcessArgumentEscaper.Escape(argument),
        ProcessArgumentEscaper.Escape(Redaction.WithoutUserInformation(shown ?? argument)));

    private HelmArguments Token(string text, string shown)
    {
        Builder.Append(new HelmArgument(text, shown));
        return this;
    }
}
