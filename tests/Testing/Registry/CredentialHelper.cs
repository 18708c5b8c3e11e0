namespace ChartRelease.Testing.Registry;

/// <summary>A real executable <c>docker-credential-test</c> in a folder of its own.</summary>
public sealed class CredentialHelper
{
    /// <summary>NAME, as credential files write it.</summary>
    public const string Name = "test";

    private readonly string _folder;

    private CredentialHelper(string folder) => _folder = folder;

    /// <summary>The folder, for PATH.</summary>
    public string Folder => _folder;

    /// <summary>What it was asked for: one server a line.</summary>
    public IReadOnlyList<string> Asked => File.Exists(AskedFile) ? File.ReadAllLines(AskedFile) : [];

    private string AskedFile => Path.Combine(_folder, "asked");

    /// <summary>Writes a helper that knows one server.</summary>
    public static CredentialHelper Create(TemporaryFolder folder, string server, string username, string secret) => Write(folder, $$"""
        if [ "$1" = get ] && [ "$server" = "{{server}}" ]; then
          printf '{"ServerURL":"%s","Username":"{{username}}","Secret":"{{secret}}"}' "$server"
        else
          echo "credentials not found in native keychain"
          exit 1
        fi
        """);

    /// <summary>Writes a helper that fails.</summary>
    public static CredentialHelper CreateBroken(TemporaryFolder folder) => Write(folder, "echo 'the keychain is locked'; exit 1");

    /// <summary>Writes a helper that does not end.</summary>
    public static CredentialHelper CreateEndless(TemporaryFolder folder) => Write(folder, "while :; do echo 'and so on and on'; done");

    private static CredentialHelper Write(TemporaryFolder folder, string body)
    {
        var helper = new CredentialHelper(folder.Combine("helpers"));
        Script.Write(folder, "helpers/docker-credential-" + Name, $"read -r server\necho \"$server\" >> '{helper.AskedFile}'\n{body}");
        return helper;
    }
}
