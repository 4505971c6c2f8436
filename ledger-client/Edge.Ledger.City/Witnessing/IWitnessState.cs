namespace Edge.Ledger.City.Witnessing;

/// <summary>What a department remembers: one checkpoint per log. Losing it, or going back in it, is what lets a fork pass.</summary>
public interface IWitnessState
{
    /// <summary>The newest accepted checkpoint of a log; null if there is none.</summary>
    WitnessedCheckpoint? Find(string origin);

    /// <summary>Replaces one checkpoint by the next, durably when it returns true. False, and nothing changed, if <paramref name="from"/> is no longer the newest.</summary>
    bool TryAdvance(string origin, WitnessedCheckpoint? from, WitnessedCheckpoint to);
}
