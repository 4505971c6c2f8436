using Microsoft.Extensions.Logging;

namespace Edge.Ledger.Mqtt.Draining;

/// <summary>Asks a historian that is not heard again and again, and tells once why it is not. One thread at a time.</summary>
internal sealed class Inquiry(TimeSpan every, TimeProvider clock, ILogger logger)
{
    private Task<string?>? _asked;
    private long _at;
    private string? _doubt;
    private bool _told;

    /// <summary>Begins anew: it is due at once.</summary>
    /// <param name="why">Why it is needed, if that is worth telling.</param>
    public void Begin(string? why = null)
    {
        (_asked, _doubt, _told) = (null, null, false);
        if (why is not null)
            Tell(why);
    }

    /// <summary>Whether to ask now. Tells when the last question got no answer.</summary>
    public bool IsDue
    {
        get
        {
            if (_asked is null)
                return true;
            if (_asked is { IsCompletedSuccessfully: true, Result: { } problem })
                Tell(problem);
            if (clock.GetElapsedTime(_at) < every)
                return false;
            Tell(_doubt is { } why ? $"what it answered was not believed: {why}" : "it does not answer");
            return true;
        }
    }

    /// <summary>It was asked.</summary>
    /// <param name="asked">What the broker objects to; null when it took the question for somebody.</param>
    public void Ask(Task<string?> asked) => (_asked, _at) = (asked, clock.GetTimestamp());

    /// <summary>It answered, and was not believed.</summary>
    public void Doubt(string why) => _doubt = why;

    private void Tell(string why)
    {
        if (!_told)
            DrainMessages.Silent(logger, why, every.TotalSeconds);
        _told = true;
    }
}
