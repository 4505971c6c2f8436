using System.Globalization;
using Edge.Ledger;
using Edge.Ledger.Notes;
using Edge.Store.Log;

namespace Edge.Store.Tree;

/// <summary>What was signed last is what must be stored.</summary>
internal static class NewestCheckpoint
{
    /// <summary>What is wrong; null if the log has the root that was signed.</summary>
    public static StoreDamage? Check(LogView log)
    {
        if (log.Store.NewestCheckpoint() is not { } newest)
            return null;
        try
        {
            var stated = Checkpoint.Parse(SignedNote.Parse(newest.Bytes));
            if (stated.Size != newest.Size)
                return Damage(newest, log, $"the checkpoint kept for {newest.Size} entries states {stated.Size}");
            if (stated.Size > log.Store.Extent.Size)
                return Damage(newest, log, $"{stated.Size} entries were signed, but the log has {log.Store.Extent.Size}");
            return log.Root(stated.Size) == stated.Root ? null : Damage(newest, log, $"the first {stated.Size} entries do not have the root that was signed");
        }
        catch (MalformedException malformed)
        {
            return Damage(newest, log, $"the newest checkpoint cannot be read: {malformed.Message.TrimEnd('.')}");
        }
        catch (LogDamagedException damaged)
        {
            return Damage(newest, log, $"it cannot be compared with what was signed: {damaged.Message.TrimEnd('.')}");
        }
    }

    private static StoreDamage Damage(SizedRecord newest, LogView log, FormattableString what) => new(
        newest.Size, 0, $"{log.Store.Name}: {what.ToString(CultureInfo.InvariantCulture)}. The log goes on; keep a copy of it for examination. The city will not accept what does not continue what it accepted.", null);
}
