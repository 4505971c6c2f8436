using System.Buffers.Binary;
using Edge.Ledger;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>
/// The newest signed checkpoint once more, in a file of its own, so that damage to the newest segment does not make the log sign a second history.
/// Two pages written in turn and never synced: after a power cut the segments are right, after damage to them this is. A page: magic (8), log size (u64),
/// length (u32), the note, zeros, CRC-32C (u32). Behind them the size of the newest commit that returned, signed or not: magic (8), log size (u64), CRC-32C (u32).
/// </summary>
internal sealed class SealedFile : IDisposable
{
    private const int Page = 4096;
    private const int NoteOffset = 20;
    private const int CrcOffset = Page - sizeof(uint);
    private const int CommittedOffset = 2 * Page;
    private const int CommittedLength = 20;

    private readonly HeldFile _file;
    private readonly byte[] _page = new byte[Page];
    private readonly byte[] _newest = new byte[Page];
    private int _next;

    private SealedFile(HeldFile file) => _file = file;

    /// <summary>The file itself.</summary>
    public HeldFile Held => _file;

    private static ReadOnlySpan<byte> Magic => "EdgeSld1"u8;

    private static ReadOnlySpan<byte> CommittedMagic => "EdgeCmt1"u8;

    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static SealedFile Open(LogPaths paths)
    {
        try
        {
            return new SealedFile(new HeldFile(paths.Sealed, FileBytes.OpenWrite(paths.Sealed, FileMode.OpenOrCreate)));
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            throw FileFailure.From(failure, paths.Sealed);
        }
    }

    /// <summary>The newest one that can be read; null if there is none.</summary>
    public SizedRecord? Read()
    {
        SizedRecord? newest = null;
        long unreadable = 0;
        for (var page = 0; page < 2; page++)
        {
            if (FileBytes.ReadAround(_file.Handle, _page, page * Page, ref unreadable) < Page || !_page.AsSpan().StartsWith(Magic) || BinaryPrimitives.ReadUInt32LittleEndian(_page.AsSpan(CrcOffset)) != Crc32C.Compute(_page.AsSpan(0, CrcOffset)))
                continue;
            var (size, length) = (BinaryPrimitives.ReadUInt64LittleEndian(_page.AsSpan(8)), BinaryPrimitives.ReadUInt32LittleEndian(_page.AsSpan(16)));
            if (newest?.Size >= size || length > CrcOffset - NoteOffset)
                continue;
            newest = new SizedRecord(size, _page.AsSpan(NoteOffset, (int)length).ToArray());
            _page.CopyTo(_newest, 0);
            _next = 1 - page;
        }

        return newest;
    }

    /// <summary>The root that a kept checkpoint states; null if it is none, or is not signed.</summary>
    /// <param name="signer">Whose signature counts; null: it is not looked at.</param>
    public static Hash32? RootOf(SizedRecord kept, VerifierKey? signer)
    {
        try
        {
            var note = SignedNote.Parse(kept.Bytes);
            return Checkpoint.Parse(note) is var stated && stated.Size == kept.Size && (signer is null || (stated.Origin == signer.Name && note.SignaturesBy(signer).Any(s => signer.Verify(note.Text.Span, s.Blob.Span)))) ? stated.Root : null;
        }
        catch (MalformedException)
        {
            return null;
        }
    }

    /// <summary>Keeps a checkpoint; one that is too long, or that the disk does not take, is kept in the segments only.</summary>
    public void Write(ulong size, ReadOnlySpan<byte> note)
    {
        if (note.Length > CrcOffset - NoteOffset)
            return;
        _page.AsSpan().Clear();
        Magic.CopyTo(_page);
        BinaryPrimitives.WriteUInt64LittleEndian(_page.AsSpan(8), size);
        BinaryPrimitives.WriteUInt32LittleEndian(_page.AsSpan(16), (uint)note.Length);
        note.CopyTo(_page.AsSpan(NoteOffset));
        BinaryPrimitives.WriteUInt32LittleEndian(_page.AsSpan(CrcOffset), Crc32C.Compute(_page.AsSpan(0, CrcOffset)));
        _page.CopyTo(_newest, 0);
        if (Write(_page, _next * Page))
            _next = 1 - _next;
    }

    /// <summary>Writes once more what it held last, whatever stands there now.</summary>
    /// <param name="size">The log's size with the newest commit that returned.</param>
    public void WriteAgain(ulong size)
    {
        Write(_newest, 0);
        Write(_newest, Page);
        Committed(size);
    }

    /// <summary>The log's size with the newest commit that returned, as far as the file knows; null if it does not.</summary>
    public ulong? Committed()
    {
        long unreadable = 0;
        var record = _page.AsSpan(0, CommittedLength);
        return FileBytes.ReadAround(_file.Handle, record, CommittedOffset, ref unreadable) == CommittedLength && record.StartsWith(CommittedMagic)
            && BinaryPrimitives.ReadUInt32LittleEndian(record[16..]) == Crc32C.Compute(record[..16])
            ? BinaryPrimitives.ReadUInt64LittleEndian(record[8..])
            : null;
    }

    /// <summary>A commit returned: its numbers are given.</summary>
    public void Committed(ulong size)
    {
        var record = _page.AsSpan(0, CommittedLength);
        CommittedMagic.CopyTo(record);
        BinaryPrimitives.WriteUInt64LittleEndian(record[8..], size);
        BinaryPrimitives.WriteUInt32LittleEndian(record[16..], Crc32C.Compute(record[..16]));
        Write(record, CommittedOffset);
    }

    public void Dispose() => _file.Dispose();

    private bool Write(ReadOnlySpan<byte> bytes, int offset)
    {
        try
        {
            _file.Write(bytes, offset);
            return true;
        }
        catch (IOException)
        {
            // The commit has succeeded; this only helps after damage.
            return false;
        }
    }
}
