namespace Cake.Frosting;

/// <summary>The host cannot run what it was given.</summary>
public sealed class FrostingException : Exception
{
    /// <summary>An exception with a message.</summary>
    /// <param name="message">What is wrong.</param>
    public FrostingException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What it was caused by.</param>
    public FrostingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
