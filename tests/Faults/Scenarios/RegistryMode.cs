namespace ChartRelease.Faults.Scenarios;

/// <summary>How the registry of a scenario asks who somebody is.</summary>
public enum RegistryMode
{
    /// <summary>Basic: a user and a password with every request.</summary>
    Password,

    /// <summary>Bearer: tokens of a token server, which asks for the password.</summary>
    Token,
}
