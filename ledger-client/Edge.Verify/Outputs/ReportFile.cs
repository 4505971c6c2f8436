using Edge.Verify.Inputs;
using Edge.Verify.Reports.Html;

namespace Edge.Verify.Outputs;

/// <summary>
/// Writes a page or an accusation to a file. A page replaces nothing but an earlier page or an empty file, so that a slip of the pen cannot cost someone the
/// evidence, and an accusation, which is evidence itself, only an empty file; what could not be finished does not stay behind.
/// </summary>
public static class ReportFile
{
    /// <exception cref="OutputException">It cannot be written there.</exception>
    public static void Write(string path, Action<Stream> write, OutputKind kind = OutputKind.Report)
    {
        try
        {
            if (Directory.Exists(path))
                throw new OutputException(kind, OutputFault.IsDirectory, path, "");
            if (!FileKind.MayBeWritten(path))
                throw new OutputException(kind, OutputFault.NotAFile, path, "");
            if (!MayReplace(path, kind))
                throw new OutputException(kind, kind == OutputKind.Report ? OutputFault.NotAReport : OutputFault.AlreadyThere, path, "");
            WriteWhole(path, write);
        }
        catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException)
        {
            throw new OutputException(kind, OutputFault.NoFolder, path, "");
        }
        catch (UnauthorizedAccessException)
        {
            throw new OutputException(kind, OutputFault.Denied, path, "");
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw new OutputException(kind, OutputFault.CannotWrite, path, e.Message);
        }
    }

    private static bool MayReplace(string path, OutputKind kind)
    {
        // Pipes and devices have no length and nothing to lose.
        if (new FileInfo(path) is not { Exists: true, Length: > 0 })
            return true;
        if (kind != OutputKind.Report)
            return false;
        using var there = File.OpenRead(path);
        var start = new byte[HtmlPage.Start.Length];
        return there.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan().SequenceEqual(HtmlPage.Start);
    }

    private static void WriteWhole(string path, Action<Stream> write)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        try
        {
            write(stream);
        }
        catch
        {
            if (new FileInfo(path) is { Exists: true, Length: > 0 })
                File.Delete(path);
            throw;
        }
    }
}
