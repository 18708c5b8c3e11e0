namespace Cake.Frosting;

/// <summary>Setup and teardown of the run in one.</summary>
public interface IFrostingLifetime : IFrostingSetup, IFrostingTeardown;
