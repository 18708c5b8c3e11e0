using ChartRelease.Faults.Scenarios;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Faults.Runs;

/// <summary>What the scenarios share: real registries, a token server and the charts. Each scenario has a repository of its own.</summary>
public sealed class FaultBed : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false });
    private DockerRegistry? _withPassword;
    private DockerRegistry? _withTokens;
    private TokenServer? _tokens;
    private TestCharts? _charts;

    private FaultBed()
    {
    }

    /// <summary>Who publishes.</summary>
    public static string User => Account.User;

    /// <summary>That user's password.</summary>
    public static string Password => Account.Password;

    internal static Account Account { get; } = new(DockerRegistry.User, DockerRegistry.Password);

    internal TokenServer Tokens => _tokens!;

    internal TestCharts Charts => _charts!;

    /// <summary>Starts the servers and packages the charts.</summary>
    public static async Task<FaultBed> StartAsync(CancellationToken cancellationToken)
    {
        var bed = new FaultBed();
        try
        {
            bed._charts = await TestCharts.CreateAsync(cancellationToken);
            bed._tokens = await TokenServer.StartAsync(cancellationToken);
            bed._tokens.Users[Account.User] = Account.Password;
            bed._withPassword = await DockerRegistry.StartAsync(cancellationToken, new() { Htpasswd = true });
            bed._withTokens = await DockerRegistry.StartAsync(cancellationToken, new() { Tokens = bed._tokens });
            return bed;
        }
        catch
        {
            await bed.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var server in (IAsyncDisposable?[])[_withPassword, _withTokens, _tokens])
        {
            await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        _charts?.Dispose();
        _http.Dispose();
    }

    /// <summary>The secrets that stand in a text: the password in each form in which it is sent, and every token that was given out.</summary>
    public IReadOnlyList<string> FindSecrets(string text) =>
        [.. Account.Forms.Concat(Tokens.Tokens).Where(secret => text.Contains(secret, StringComparison.Ordinal))];

    internal DockerRegistry Registry(RegistryMode mode) => mode switch
    {
        RegistryMode.Password => _withPassword!,
        RegistryMode.Token => _withTokens!,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "No such registry."),
    };

    /// <summary>The registry's own word, asked past every proxy and past our client.</summary>
    internal PlainRegistry Plain(RegistryMode mode) =>
        new(_http, Registry(mode).Host, mode == RegistryMode.Token ? new Uri(Tokens.Realm) : null, Account);
}
