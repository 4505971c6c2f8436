using System.Buffers.Binary;
using Edge.Store.Log;
using Microsoft.Win32.SafeHandles;

namespace Edge.Store.Segments;

/// <summary>
/// The newest signed checkpoint once more, in a file of its own, so that damage to the newest segment does not make the log sign a second history.
/// Two pages written in turn and never synced: after a power cut the segments are right, after damage to them this is. A page: magic (8), log size (u64),
/// length (u32), the note, zeros, CRC-32C (u32).
/// </summary>
internal sealed class SealedFile : IDisposable
{
    private const int Page = 4096;
    private const int NoteOffset = 20;
    private const int CrcOffset = Page - sizeof(uint);

    private readonly SafeFileHandle _file;
    private readonly byte[] _page = new byte[Page];
    private int _next;

    private SealedFile(SafeFileHandle file) => _file = file;

    private static ReadOnlySpan<byte> Magic => "EdgeSld1"u8;

    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static SealedFile Open(LogPaths paths)
    {
        try
        {
            return new SealedFile(FileBytes.OpenWrite(paths.Sealed, FileMode.OpenOrCreate));
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
            if (FileBytes.ReadAround(_file, _page, page * Page, ref unreadable) < Page || !_page.AsSpan().StartsWith(Magic) || BinaryPrimitives.ReadUInt32LittleEndian(_page.AsSpan(CrcOffset)) != Crc32C.Compute(_page.AsSpan(0, CrcOffset)))
                continue;
            var size = BinaryPrimitives.ReadUInt64LittleEndian(_page.AsSpan(8));
            if (newest?.Size >= size)
                continue;
            newest = new SizedRecord(size, _page.AsSpan(NoteOffset, (int)BinaryPrimitives.ReadUInt32LittleEndian(_page.AsSpan(16))).ToArray());
            _next = 1 - page;
        }

        return newest;
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
        try
        {
            FileBytes.Write(_file, _page, _next * Page);
            _next = 1 - _next;
        }
        catch (IOException)
        {
            // The commit has succeeded; this only helps after damage.
        }
    }

    public void Dispose() => _file.Dispose();
}
