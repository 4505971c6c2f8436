namespace Edge.Verify.Inputs;

/// <summary>
/// The files of a log that lies in a folder are regular ones; a link is not followed. Pipes and devices, which could be read for ever or never, are refused
/// without being opened.
/// </summary>
internal static class PlainFile
{
    /// <summary>Whether it is there and has no bytes.</summary>
    /// <exception cref="InputException">It is a link, a pipe, a socket or a device.</exception>
    public static bool IsEmpty(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
            throw new InputException(InputRole.Log, InputFault.CannotRead, path, "it is a link; a log's files are regular files");
        if (file.Exists && !FileKind.MayBeRead(path))
            throw new InputException(InputRole.Log, InputFault.NotAFile, path, "");
        return file.Exists && file.Length == 0;
    }
}
