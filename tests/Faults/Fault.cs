namespace ChartRelease.Faults;

/// <summary>What happens to one request in the place of its being handed on and answered.</summary>
/// <param name="exchange">The request, with its client and the registry behind.</param>
/// <param name="cancellationToken">Cancelled when the proxy ends.</param>
public delegate Task Fault(Exchange exchange, CancellationToken cancellationToken);
