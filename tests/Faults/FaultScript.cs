using System.Collections.Concurrent;

namespace ChartRelease.Faults;

/// <summary>The rules of one run, and how often each has been met.</summary>
/// <param name="rules">The rules; the first that is due has the request.</param>
/// <param name="names">What the placeholders in their patterns stand for.</param>
public sealed class FaultScript(IReadOnlyList<FaultRule> rules, IReadOnlyDictionary<string, string> names)
{
    private readonly Lock _lock = new();
    private readonly int[] _met = new int[rules.Count];
    private bool _pushed;

    /// <summary>What one fault leaves for another.</summary>
    public ConcurrentDictionary<string, string> Notes { get; } = new();

    /// <summary>A script without a rule.</summary>
    public static FaultScript Empty => new([], new Dictionary<string, string>());

    /// <summary>What happens to a request; <see langword="null"/> for nothing.</summary>
    public Fault? Take(RecordedExchange request)
    {
        lock (_lock)
        {
            Fault? due = null;
            for (var index = 0; index < rules.Count; index++)
            {
                var rule = rules[index];
                if (rule.Request.Matches(request, names, _pushed))
                {
                    _met[index]++;
                    due ??= _met[index] >= rule.From && _met[index] - rule.From < rule.Times ? rule.Fault : null;
                }
            }

            return due;
        }
    }

    /// <summary>Notes that the registry took a tag.</summary>
    public void NotePush()
    {
        lock (_lock)
        {
            _pushed = true;
        }
    }
}
