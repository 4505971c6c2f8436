using System.Globalization;
using System.Runtime.InteropServices;
using Edge.Ledger.Merkle;
using Edge.Ledger.Tiles;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Export;

/// <summary>
/// Writes a log as tiles and entry bundles into a folder that any web server can serve (c2sp.org/tlog-tiles), also while the gateway writes on. Full ones never
/// change, so that a later export only adds. Every hash and entry written is checked against the checkpoint on the way: damage is not passed on, a bundle
/// that has some is left out.
/// </summary>
/// <param name="log">A view of its own.</param>
/// <param name="words">For what goes wrong.</param>
/// <param name="progress">Told after each 256 entries how many are done.</param>
public sealed class TileExport(LogView log, ExportWords words, Action<ulong> progress)
{
    private readonly EntryBatch _entries = new();
    private readonly Hash32[] _hashes = new Hash32[Tile.FullWidth];
    private readonly Hash32[] _nodes = new Hash32[Tile.FullWidth];
    private ulong _bundles, _tiles, _written, _firstEntry, _damaged;
    private ulong? _firstHeld;
    private long _bytes;

    /// <param name="folder">New, empty, or an earlier export of this log.</param>
    /// <param name="newest">The newest signed checkpoint rather than the newest accepted one.</param>
    /// <exception cref="ExportException">It cannot be done; the message says why.</exception>
    /// <exception cref="StoreException">The log cannot be read, or is damaged.</exception>
    public ExportSum Write(string folder, bool newest, CancellationToken cancellationToken)
    {
        var under = ExportedCheckpoint.Choose(log.Store, newest) ?? throw new ExportException(words.NothingSigned(log.Store.Name));
        var checkpoint = under.Checkpoint;
        if (checkpoint.Size > log.Store.Extent.Size || log.Root(checkpoint.Size) != checkpoint.Root)
            throw new LogDamagedException(Invariant($"{log.Store.Name}: the first {checkpoint.Size} entries do not have the root that was signed. Keep the file for examination."));
        if (!under.IsAccepted)
            ExportedCheckpoint.RequireDurable(log.Store, words);
        using var into = new ExportFolder(folder, words);
        RequireSameHistory(into, under);
        foreach (var tile in TreeTiles.Of(checkpoint.Size))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (tile.IsBundle)
                Bundle(tile, into);
            else
                Hashes(tile, into);
            if (tile.IsBundle)
                progress(tile.FirstEntry + (ulong)tile.Width);
        }

        if (_firstHeld is { } first and > 0 && ExportedContexts.At(log, first) is { } contexts)
            into.PutContexts(contexts);
        into.Finish(checkpoint, under.Note.ToBytes());
        return new ExportSum(under, _bundles, _tiles, _bytes, _written, _firstEntry, _damaged);
    }

    private void RequireSameHistory(ExportFolder into, ExportedCheckpoint under)
    {
        if (into.Held is not { } held)
            return;
        if (held.Origin != under.Checkpoint.Origin)
            throw new ExportException(words.OtherLog(into.Path, held.Origin, under.Checkpoint.Origin));
        if (held.Size > log.Store.Extent.Size)
            throw new ExportException(words.LogIsShorter(into.Path, held.Size, log.Store.Extent.Size));
        if (log.Root(held.Size) != held.Root)
            throw new ExportException(words.OtherHistory(into.Path, held.Size));
        if (held.Size > under.Checkpoint.Size)
            throw new ExportException(words.FolderIsNewer(into.Path, held.Size, under.Checkpoint.Size));
        if (into.IsHeldCosigned && under.Note.Signatures.Count == 1)
            throw new ExportException(words.FolderIsAccepted(into.Path));
    }

    private void Bundle(Tile tile, ExportFolder into)
    {
        var length = into.Finished(tile);
        if (length == 0)
        {
            if (!TryReadEntries(tile))
                return;

            _written += into.Put(tile, _entries.Bundle) ? 1UL : 0;
            length = _entries.Bundle.Length;
        }

        _firstHeld ??= tile.FirstEntry;
        _bundles++;
        _bytes += length;
    }

    /// <summary>False when some were evicted or are damaged: a bundle is whole or not there.</summary>
    private bool TryReadEntries(Tile tile)
    {
        _entries.Clear();
        try
        {
            if (tile.FirstEntry >= log.Store.Extent.Oldest)
                log.ReadProvable(tile.FirstEntry, (ulong)tile.Width, (_, entry) => _entries.Add(entry));
        }
        catch (EntryEvictedException)
        {
            _entries.Clear();
        }
        catch (LogDamagedException)
        {
            _damaged++;
            return false;
        }

        if (_entries.Count == tile.Width)
            return true;
        _firstEntry = tile.FirstEntry + (ulong)tile.Width;
        return false;
    }

    private void Hashes(Tile tile, ExportFolder into)
    {
        var length = into.Finished(tile);
        if (length == 0)
        {
            var hashes = _hashes.AsSpan(0, tile.Width);
            TreeTiles.Read(log, tile, hashes);
            if (tile.IsFull && Root(hashes) != log.Node(Tile.Height * (tile.Level + 1), tile.Index))
                throw new LogDamagedException(Invariant($"{log.Store.Name}: the hashes of {tile.Path} are not those that were signed."), tile.FirstEntry);
            _written += into.Put(tile, MemoryMarshal.AsBytes(hashes)) ? 1UL : 0;
            length = tile.MaxBytes;
        }

        _tiles++;
        _bytes += length;
    }

    private Hash32 Root(ReadOnlySpan<Hash32> hashes)
    {
        hashes.CopyTo(_nodes);
        return log.Hasher.Fold(_nodes);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
