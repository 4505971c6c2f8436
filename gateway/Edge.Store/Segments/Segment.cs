using Edge.Store.Log;
using Microsoft.Win32.SafeHandles;

namespace Edge.Store.Segments;

/// <summary>One file of frames, open.</summary>
internal sealed class Segment : IDisposable
{
    private SafeFileHandle _file;
    private (ulong, ulong)? _identity;

    private Segment(uint number, string path, SafeFileHandle file, SegmentHeader? header)
    {
        Number = number;
        Path = path;
        _file = file;
        _identity = FileIdentity.Of(path);
        Header = header;
        Length = RandomAccess.GetLength(file);
        Contents = new SegmentContents(header?.First);
    }

    public uint Number { get; }

    public string Path { get; }

    /// <summary>Null if it is damaged.</summary>
    public SegmentHeader? Header { get; }

    /// <summary>Where the next frame belongs: the end of the last one that counts.</summary>
    public uint End { get; set; } = SegmentHeader.Length;

    /// <summary>Bytes of the file, as far as this process knows.</summary>
    public long Length { get; private set; }

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
            var read = page.AsSpan(0, FileBytes.Read(file, page, 0));
            if (SegmentHeader.IsNewer(read))
                throw new StoreException($"{path} is of a newer version. Install a newer program; the file was not touched.");
            var header = SegmentHeader.Parse(read);
            return new Segment(number, path, file, header?.Number == number ? header : null);
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

    /// <summary>Whether the path still leads to this file.</summary>
    public bool IsInPlace => FileIdentity.Of(Path) == _identity;

    /// <summary>Goes on in another file with the same bytes, which the path leads to now.</summary>
    public void MoveTo(SafeFileHandle copy)
    {
        _file.Dispose();
        _file = copy;
        _identity = FileIdentity.Of(Path);
    }

    /// <summary>Reads until the span is full or the file ends.</summary>
    public int Read(Span<byte> into, long offset) => FileBytes.Read(_file, into, offset);

    public byte[] Read(Place place)
    {
        var bytes = new byte[place.Length];
        return Read(bytes, place.Offset) == bytes.Length ? bytes : throw new LogDamagedException($"{Path}: it ends at {place.Offset}, before the end of a record.");
    }

    /// <summary>Writes at a place, without making it durable.</summary>
    public void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        FileBytes.Write(_file, bytes, offset);
        Length = Math.Max(Length, offset + bytes.Length);
    }

    /// <summary>Makes what was written durable.</summary>
    public void Sync() => FileBytes.Sync(_file);

    /// <summary>The length of the file now.</summary>
    public long Measure() => Length = RandomAccess.GetLength(_file);

    /// <summary>Forgets what its frames hold, to look again.</summary>
    public void Forget()
    {
        Contents = new SegmentContents(Header?.First);
        End = SegmentHeader.Length;
    }

    public void Dispose() => _file.Dispose();
}
