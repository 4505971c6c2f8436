namespace Edge.Verify.Inputs;

/// <summary>
/// The files of a log that lies in a folder are regular ones; a link is not followed. Pipes and devices, which could be read for ever or never, have no length,
/// and neither has an empty file: such are not opened.
/// </summary>
internal static class PlainFile
{
    /// <summary>Whether it is there and has no bytes.</summary>
    /// <exception cref="InputException">It is a link.</exception>
    public static bool IsEmpty(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
            throw new InputException(InputRole.Log, InputFault.CannotRead, path, "it is a link; a log's files are regular files");
        return file.Exists && file.Length == 0;
    }
}
