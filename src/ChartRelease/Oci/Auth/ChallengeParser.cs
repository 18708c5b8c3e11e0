using System.Text;

namespace ChartRelease.Oci.Auth;

/// <summary>
/// Reads WWW-Authenticate: several challenges in one header, several headers, quoted strings with commas in them
/// (<see href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1"/>). What follows a syntax error is left out.
/// </summary>
internal ref struct ChallengeParser
{
    private readonly ReadOnlySpan<char> _text;
    private int _position;

    private ChallengeParser(string text) => _text = text;

    /// <summary>The challenges in the order of the headers.</summary>
    public static List<Challenge> Parse(IEnumerable<string> headers)
    {
        var challenges = new List<Challenge>();
        foreach (var header in headers)
        {
            new ChallengeParser(header).ReadAll(challenges);
        }

        return challenges;
    }

    private void ReadAll(List<Challenge> challenges)
    {
        SkipSeparators();
        while (TryReadToken(out var scheme))
        {
            var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            SkipSpaces();
            while (TryReadParameter(parameters))
            {
                SkipSeparators();
            }

            if (parameters.Count == 0)
            {
                // "Negotiate YII=" and the like: of no use here.
                SkipToken68();
            }

            challenges.Add(new(scheme.ToLowerInvariant(), parameters));
            SkipSeparators();
        }
    }

    // A token is a parameter's name if an equals sign and a value follow, else the next scheme.
    private bool TryReadParameter(Dictionary<string, string> parameters)
    {
        var start = _position;
        if (TryReadToken(out var name))
        {
            SkipSpaces();
            if (TryTake('='))
            {
                SkipSpaces();
                if (TryReadQuoted(out var value) || TryReadToken(out value))
                {
                    parameters.TryAdd(name, value);
                    return true;
                }
            }
        }

        _position = start;
        return false;
    }

    private bool TryReadToken(out string token)
    {
        var start = _position;
        while (_position < _text.Length && IsTokenCharacter(_text[_position]))
        {
            _position++;
        }

        token = _text[start.._position].ToString();
        return token.Length > 0;
    }

    private bool TryReadQuoted(out string value)
    {
        value = "";
        var start = _position;
        if (!TryTake('"'))
        {
            return false;
        }

        var builder = new StringBuilder();
        while (_position < _text.Length)
        {
            var character = _text[_position++];
            if (character == '"')
            {
                value = builder.ToString();
                return true;
            }

            if (character == '\\' && _position < _text.Length)
            {
                character = _text[_position++];
            }

            builder.Append(character);
        }

        _position = start;
        return false;
    }

    private void SkipToken68()
    {
        while (_position < _text.Length && (IsTokenCharacter(_text[_position]) || _text[_position] is '/' or '='))
        {
            _position++;
        }
    }

    private bool TryTake(char expected)
    {
        if (_position >= _text.Length || _text[_position] != expected)
        {
            return false;
        }

        _position++;
        return true;
    }

    private void SkipSpaces()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t')
        {
            _position++;
        }
    }

    private void SkipSeparators()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t' or ',')
        {
            _position++;
        }
    }

    private static bool IsTokenCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal);
}
