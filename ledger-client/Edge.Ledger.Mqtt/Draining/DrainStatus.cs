using Edge.Ledger.Mqtt.Sessions;

namespace Edge.Ledger.Mqtt.Draining;

/// <summary>Where the drain stands.</summary>
public sealed record DrainStatus
{
    /// <summary>The drain's own link to the broker.</summary>
    public required SessionState Link { get; init; }

    /// <summary>The historian has said what it holds, and answers.</summary>
    public required bool IsHeard { get; init; }

    /// <summary>Entries of this log that the historian holds, by its own word.</summary>
    public required ulong Held { get; init; }

    /// <summary>Why its last answer was not believed; null while it is heard, and when it does not answer at all.</summary>
    public string? Doubt { get; init; }

    /// <summary>Why sending failed and begins anew; null while it goes on.</summary>
    public string? Trouble { get; init; }

    /// <summary>Entries that are held and have to go yet, live ones included.</summary>
    public required ulong Remaining { get; init; }

    /// <summary>Entries that went from this log, or were damaged, before the historian had them: it never gets them from here.</summary>
    public required ulong Skipped { get; init; }

    /// <summary>Until the backlog has gone, as far as it can be told; zero when there is none, null while the historian is not heard.</summary>
    public required TimeSpan? TimeLeft { get; init; }

    /// <summary>Messages that were not believed since the start.</summary>
    public required long NotBelieved { get; init; }
}
