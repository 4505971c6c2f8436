using Edge.Verify.Inputs;

namespace Edge.Verify.Outputs;

/// <summary>What a name to write to leads to.</summary>
/// <param name="Path">As it was given.</param>
/// <param name="Target">In full, behind all links; what streams keeps its own name.</param>
/// <param name="Descriptor">The number of the descriptor that it names; null for anything else.</param>
/// <param name="IsStream">A character device, or a descriptor that is open already: there is nothing to replace.</param>
internal sealed record OutputPlace(string Path, string Target, int? Descriptor, bool IsStream)
{
    /// <exception cref="OutputException">It is no place for a file.</exception>
    /// <exception cref="IOException">It is a descriptor that was not given, or the links lead nowhere.</exception>
    public static OutputPlace Of(string path, OutputKind kind)
    {
        if (Directory.Exists(path))
            throw new OutputException(kind, OutputFault.IsDirectory, path, "");
        if (!FileKind.MayBeWritten(path))
            throw new OutputException(kind, OutputFault.NotAFile, path, "");
        if (FileKind.Descriptor(path) is { } descriptor)
        {
            Inherited.Require(descriptor);
            return new OutputPlace(path, $"/dev/fd/{descriptor}", descriptor, true);
        }

        if (!FileKind.IsRegularOrNothing(path))
            return new OutputPlace(path, path, null, true);
        return RealPath.TryFind(path, out var target)
            ? new OutputPlace(path, target, null, false)
            : throw new OutputException(kind, OutputFault.NoFolder, target, "");
    }

    /// <summary>Whether a regular file is there that has any.</summary>
    public bool HasBytes => FileKind.IsRegular(Path) && new FileInfo(IsStream ? Path : Target) is { Exists: true } file && Length(file) > 0;

    /// <summary>For the file that will take the place: as private as what is there.</summary>
    public FileStreamOptions NewFile
    {
        get
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
            if (!OperatingSystem.IsWindows() && File.Exists(Target))
                options.UnixCreateMode = File.GetUnixFileMode(Target);
            return options;
        }
    }

    /// <summary>Opens what streams.</summary>
    public Stream Open() => Descriptor is { } number ? Inherited.Open(number) : new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    /// <summary>Of what is behind the links: of a link itself .NET gives the length of its text.</summary>
    private static long Length(FileInfo file) => (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
}
