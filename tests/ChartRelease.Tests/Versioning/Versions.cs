using CsCheck;
using Semver;

namespace ChartRelease.Tests.Versioning;

/// <summary>Generates strict Semantic Versions of every shape.</summary>
internal static class Versions
{
    private static readonly Gen<string> _number = Gen.OneOf(Gen.Int[0, 3], Gen.Int[0, 1_000_000]).Select(number => $"{number}");

    private static readonly Gen<string> _word = Gen.OneOf(
        Gen.OneOf("rc", "alpha", "beta", "dev", "-", "rc-1", "0a"),
        Gen.Char["abcXYZ012-"].Array[1, 8].Select(characters => new string(characters) + "g"));

    private static readonly Gen<string> _identifiers = Gen.OneOf(_number, _word).Array[1, 4].Select(parts => string.Join('.', parts));

    private static readonly Gen<string> _core = Gen.Select(_number, _number, _number, (major, minor, patch) => $"{major}.{minor}.{patch}");

    public static Gen<SemVersion> Any { get; } = Gen.Select(_core, _identifiers, _identifiers, Gen.Bool, Gen.Bool).Select(parts =>
    {
        var (core, prerelease, build, hasPrerelease, hasBuild) = parts;
        return SemVersion.Parse(core + (hasPrerelease ? "-" + prerelease : "") + (hasBuild ? "+" + build : ""), SemVersionStyles.Strict);
    });
}
