using Edge.Ledger;
using Edge.Ledger.Notes;
using Edge.Store.Log;

namespace Edge.Gateway.Identity;

/// <summary>Whose log stands in a store: a gateway continues only the one that bears its name and was signed by its key.</summary>
public enum LogOwner
{
    /// <summary>This gateway's, or nothing says whose.</summary>
    Own,

    /// <summary>Its checkpoints bear another name.</summary>
    AnotherGateway,

    /// <summary>Another key has signed them.</summary>
    AnotherKey,
}

/// <summary>Looks whose log it is.</summary>
public static class LogOwners
{
    /// <summary>By its newest checkpoint.</summary>
    /// <param name="name">What that one bears.</param>
    public static LogOwner Of(ILogReader log, VerifierKey mine, out string name)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(mine);
        name = mine.Name;
        if (log.NewestCheckpoint() is not { } newest)
            return LogOwner.Own;
        try
        {
            var note = SignedNote.Parse(newest.Bytes);
            name = Checkpoint.Parse(note).Origin;
            if (name != mine.Name)
                return LogOwner.AnotherGateway;
            return note.SignaturesBy(mine).Any(s => mine.Verify(note.Text.Span, s.Blob.Span)) ? LogOwner.Own : LogOwner.AnotherKey;
        }
        catch (MalformedException)
        {
            // Damaged, which the store tells of.
            return LogOwner.Own;
        }
    }
}
