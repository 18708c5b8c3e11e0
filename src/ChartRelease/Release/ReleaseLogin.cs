using ChartRelease.Oci;

namespace ChartRelease.Release;

/// <summary>Finds credentials for every target and proves them with the access that the push needs.</summary>
internal sealed class ReleaseLogin(Targets targets, Func<CancellationToken, Task<IHelmClient>> helm, bool storeCredentials)
{
    public async Task<IReadOnlyList<string>> LoginAsync(IReadOnlyList<string> chartNames, CancellationToken cancellationToken) =>
        await Task.WhenAll(targets.All.Values.Select(target => LoginAsync(target, chartNames, cancellationToken))).ConfigureAwait(false);

    private async Task<string> LoginAsync(IReleaseTarget target, IReadOnlyList<string> chartNames, CancellationToken cancellationToken)
    {
        var proof = await target.ProvePushAccessAsync(chartNames, cancellationToken).ConfigureAwait(false);
        if (storeCredentials
            && await targets.HelmAccessAsync(target, cancellationToken).ConfigureAwait(false) is { Username: not null, Password: not null } access)
        {
            var client = await helm(cancellationToken).ConfigureAwait(false);
            await client.LoginAsync(access, cancellationToken).ConfigureAwait(false);
            proof += " Stored for helm in its own credential file.";
        }

        return proof;
    }
}
