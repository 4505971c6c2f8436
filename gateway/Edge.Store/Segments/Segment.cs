using Edge.Store.Log;
using Microsoft.Win32.SafeHandles;

namespace Edge.Store.Segments;

/// <summary>One file of frames, open.</summary>
internal sealed class Segment : IDisposable
{
    private readonly HeldFile _file;
    private long _unreadableEnd;
    private ulong _supposed;

    private Segment(uint number, string path, SafeFileHandle file, SegmentHeader? header, long unreadableEnd)
    {
        Number = number;
        Path = path;
        _file = new HeldFile(path, file);
        Header = header;
        _unreadableEnd = unreadableEnd;
        Length = RandomAccess.GetLength(file);
        Contents = new SegmentContents(header?.First, header?.Kept ?? default);
    }

    public uint Number { get; }

    public string Path { get; }

    /// <summary>Null if it is damaged.</summary>
    public SegmentHeader? Header { get; }

    /// <summary>Where the next frame belongs: the end of the last one that counts.</summary>
    public uint End { get; set; } = SegmentHeader.Length;

    /// <summary>Bytes of the file, as far as this process knows.</summary>
    public long Length { get; private set; }

    /// <summary>The end of the last page that was asked for and that the device did not give; 0 if it gave all.</summary>
    public long UnreadableEnd => _unreadableEnd;

    public SegmentContents Contents { get; private set; }

    /// <exception cref="StoreException">It cannot be opened, or is of a later version.</exception>
    public static Segment Open(LogPaths paths, uint number, bool write)
    {
        var path = paths.Segment(number);
        SafeFileHandle? file = null;
        try
        {
            file = write ? FileBytes.OpenWrite(path, FileMode.Open) : FileBytes.OpenRead(path);
            var page = new byte[SegmentHeader.Length];
            long unreadable = 0;
            var read = page.AsSpan(0, FileBytes.ReadAround(file, page, 0, ref unreadable));
            if (SegmentHeader.IsNewer(read))
                throw new StoreException($"{path} is of a newer version. Install a newer program; the file was not touched.");
            var header = SegmentHeader.Parse(read);
            return new Segment(number, path, file, header?.Number == number ? header : null, unreadable);
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            file?.Dispose();
            throw FileFailure.From(failure, path);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    /// <summary>Null if the device does not even let it be opened, or if it is no file.</summary>
    /// <inheritdoc cref="Open" path="/exception"/>
    public static Segment? TryOpen(LogPaths paths, uint number, bool write)
    {
        if (FileIdentity.IsSpecial(paths.Segment(number)))
            return null;
        try
        {
            return Open(paths, number, write);
        }
        catch (StoreUnavailableException failure) when (FileFailure.IsUnreadable(failure.InnerException!))
        {
            return null;
        }
    }

    /// <summary>Whether the path still leads to this file.</summary>
    public bool IsInPlace => _file.IsInPlace;

    /// <inheritdoc cref="HeldFile.IsWrittenByOthers"/>
    public bool IsWrittenByOthers => _file.IsWrittenByOthers;

    /// <inheritdoc cref="HeldFile.PutBack"/>
    public void PutBack()
    {
        _file.PutBack();
        Measure();
    }

    /// <summary>Reads until the span is full or the file ends; what the device does not give, as <see cref="FileBytes.ReadAround"/> says.</summary>
    public int Read(Span<byte> into, long offset) => FileBytes.ReadAround(_file.Handle, into, offset, ref _unreadableEnd);

    /// <summary>Whether the device gives none of five pages from its beginning to its end.</summary>
    public bool GivesNothing()
    {
        const int pages = 5;
        var page = new byte[SegmentHeader.Length];
        var missing = 0;
        for (var part = 0; part < pages && missing == part; part++)
        {
            long unreadable = 0;
            FileBytes.ReadAround(_file.Handle, page, Length * part / pages / page.Length * page.Length, ref unreadable);
            missing += unreadable > 0 ? 1 : 0;
        }

        return missing == pages;
    }

    public byte[] Read(Place place)
    {
        var bytes = new byte[place.Length];
        return Read(bytes, place.Offset) == bytes.Length ? bytes : throw new LogDamagedException($"{Path}: it ends at {place.Offset}, before the end of a record.");
    }

    /// <summary>Writes at a place, without making it durable.</summary>
    public void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        _file.Write(bytes, offset);
        Length = Math.Max(Length, offset + bytes.Length);
    }

    /// <summary>Makes what was written durable.</summary>
    public void Sync() => FileBytes.Sync(_file.Handle);

    /// <summary>The length of the file now.</summary>
    public long Measure() => Length = RandomAccess.GetLength(_file.Handle);

    /// <summary>Forgets what its frames hold, to look again.</summary>
    public void Forget()
    {
        Contents = new SegmentContents(Header?.First, Header?.Kept ?? default);
        Contents.Suppose(_supposed);
        End = SegmentHeader.Length;
    }

    /// <inheritdoc cref="SegmentContents.Suppose"/>
    public void Suppose(ulong known)
    {
        _supposed = known;
        Contents.Suppose(known);
    }

    public void Dispose() => _file.Dispose();
}
