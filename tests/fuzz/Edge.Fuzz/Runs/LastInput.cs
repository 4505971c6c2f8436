using System.IO.MemoryMappedFiles;

namespace Edge.Fuzz.Runs;

/// <summary>The input being read, kept in a mapped file: it outlives the process, should a parser end that (a stack overflow, a fault in a native library) or hang.</summary>
internal sealed class LastInput : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly unsafe byte* _bytes;

    public unsafe LastInput(string path, int room)
    {
        Path = path;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, null, sizeof(int) + room);
        _view = _file.CreateViewAccessor();
        // Copying through the accessor costs an array and a call per input; the view stays mapped until Dispose.
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _bytes);
    }

    public string Path { get; }

    public unsafe void Note(ReadOnlySpan<byte> input)
    {
        *(int*)_bytes = input.Length;
        input.CopyTo(new Span<byte>(_bytes + sizeof(int), input.Length));
    }

    /// <summary>The input noted last in a file that a run left behind.</summary>
    public static byte[] Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return bytes.AsSpan(sizeof(int), BitConverter.ToInt32(bytes)).ToArray();
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
        File.Delete(Path);
    }
}
