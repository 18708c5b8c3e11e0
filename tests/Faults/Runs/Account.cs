using System.Net.Http.Headers;
using System.Text;

namespace ChartRelease.Faults.Runs;

/// <summary>Who publishes in a scenario.</summary>
/// <param name="User">The name.</param>
/// <param name="Password">The password.</param>
internal sealed record Account(string User, string Password)
{
    /// <summary>Both as Basic sends them.</summary>
    public string Encoded => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));

    /// <summary>The header.</summary>
    public AuthenticationHeaderValue Basic => new("Basic", Encoded);

    /// <summary>Every form in which the password travels.</summary>
    public IEnumerable<string> Forms => [Password, Uri.EscapeDataString(Password), Encoded, Uri.EscapeDataString(Encoded)];

    /// <summary>The name alone.</summary>
    public override string ToString() => User;
}
