using System.Globalization;
using Edge.Ledger;
using Edge.Ledger.Notes;

namespace Edge.Store.Tree;

/// <summary>What was signed last is what must be stored; what came after it must at least agree with the tiles.</summary>
internal static class NewestCheckpoint
{
    /// <exception cref="LogDamagedException">The log lacks entries the newest checkpoint covers, or has other ones.</exception>
    public static void Check(LogView log)
    {
        var unsigned = CheckSigned(log);
        var extent = log.Store.Extent;
        unsigned = Math.Max(unsigned, extent.Oldest);
        log.ReadEntries(unsigned, extent.Size - unsigned, static (_, _) => { });
    }

    private static ulong CheckSigned(LogView log)
    {
        if (log.Store.NewestCheckpoint() is not { } newest)
            return 0;
        var name = log.Store.Name;
        var stated = Parse(newest.Bytes, name);
        if (stated.Size != newest.Size)
            throw Damaged($"{name}: the checkpoint kept for {newest.Size} entries states {stated.Size}.");
        var size = log.Store.Extent.Size;
        if (stated.Size > size)
            throw Damaged($"{name}: a checkpoint over {stated.Size} entries was signed, but only {size} are held. The log's end was lost or an old copy was restored.", size);
        if (log.Root(stated.Size) != stated.Root)
            throw Damaged($"{name}: the first {stated.Size} entries do not have the root that was signed. Keep the file for examination; do not anchor from it.");
        return stated.Size;
    }

    private static Checkpoint Parse(byte[] note, string name)
    {
        try
        {
            return Checkpoint.Parse(SignedNote.Parse(note));
        }
        catch (MalformedException malformed)
        {
            throw new LogDamagedException($"{name}: the newest checkpoint cannot be read: {malformed.Message}", cause: malformed);
        }
    }

    private static LogDamagedException Damaged(FormattableString message, ulong? index = null) =>
        new(message.ToString(CultureInfo.InvariantCulture), index);
}
