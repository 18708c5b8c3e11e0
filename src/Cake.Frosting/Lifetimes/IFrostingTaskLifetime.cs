namespace Cake.Frosting;

/// <summary>Setup and teardown of each task in one.</summary>
public interface IFrostingTaskLifetime : IFrostingTaskSetup, IFrostingTaskTeardown;
