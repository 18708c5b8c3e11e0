using Cake.Core;

namespace Cake.Frosting;

/// <summary>The default context, and the base of a project's own.</summary>
/// <param name="context">Cake's context, which all members are taken from.</param>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;
