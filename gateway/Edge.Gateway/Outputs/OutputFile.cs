using System.Globalization;
using System.Runtime.InteropServices;
using Edge.Gateway.Export;
using Edge.Ledger.Text;

namespace Edge.Gateway.Outputs;

/// <summary>
/// Writes one file, whole or not at all. It replaces nothing but an empty file or an earlier file of the same kind, so that a slip of the pen cannot cost
/// someone the log, the key or the policy.
/// </summary>
/// <param name="store">The log's folder: nothing is written there, by whichever way it is reached.</param>
/// <param name="origin">Of this gateway: what is evidence or a receipt of another log is not replaced.</param>
/// <param name="words">For what goes wrong.</param>
/// <param name="say">Told what else was done: that a folder was made, that an earlier file is gone.</param>
public sealed class OutputFile(string store, string origin, ExportWords words, Action<string> say)
{
    /// <summary>Behind the log's folder's name: where a gateway listens, and what keeps others out.</summary>
    private static readonly string[] Beside = [".sock", ".commissioning.sock", ".lock"];

    private const int NoEntry = 2;
    private const int InputOutput = 5;
    private const int NoSpace = 28;
    private const int NameTooLong = 36;
    private const int QuotaExceeded = 122;

    /// <summary>The path in full.</summary>
    /// <exception cref="OutputRefusedException">Something else is there, or no folder for it.</exception>
    /// <exception cref="ExportException">The system does not let it be written.</exception>
    public async Task<string> WriteAsync(string path, OutputKind kind, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var full = Full(path);
        var part = $"{full}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.part";
        try
        {
            Require(full, kind, bytes.Span);
            MakeFolder(full);
            var replaced = Replaced(full, bytes.Span);
            await WriteWholeAsync(part, full, bytes, cancellationToken);
            if (replaced is { } length)
                say(words.Replaced(full, (ulong)length));
            return full;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new ExportException(words.Denied(full), e);
        }
        catch (IOException e)
        {
            throw new ExportException(e.HResult is NoSpace or QuotaExceeded ? words.NoSpace(full) : words.CannotWrite(full, Reason(e)), e);
        }
    }

    /// <summary>Two files of one command: each may be written, and they are two.</summary>
    /// <exception cref="OutputRefusedException">Something else is there, or they are one.</exception>
    public void RequireBoth(string one, OutputKind kind, ReadOnlySpan<byte> bytes, string other)
    {
        var full = Full(one);
        Require(full, kind, bytes);
        if (FolderIdentity.IsSame(full, Full(other)))
            throw new OutputRefusedException(words.SamePlace(full));
    }

    private string Full(string path) => path.Length > 0 ? Path.GetFullPath(path) : throw new OutputRefusedException(words.NoName);

    private void Require(string path, OutputKind kind, ReadOnlySpan<byte> bytes)
    {
        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(path))
            throw new OutputRefusedException(words.IsFolder(path));
        if (FileType.IsSpecial(path))
            throw new OutputRefusedException(words.NotAFile(path));
        if (FileType.IsNothing(path) && new FileInfo(path).LinkTarget is { } target)
            throw new OutputRefusedException(words.LeadsNowhere(path, target));
        if (path == store || FolderIdentity.Holds(store, path) || Beside.Any(name => FolderIdentity.IsSame(path, store + name)))
            throw new OutputRefusedException(words.PartOfLog(path));
        if (!MayReplace(path, kind, bytes))
            throw new OutputRefusedException(words.NotReplaced(path, kind));
        if (kind != OutputKind.Entry && EarlierOutput.Origin(path, kind) is { } other && other != origin)
            throw new OutputRefusedException(words.OfAnother(path, kind, ShownText.Clean(other), origin));
    }

    private static bool MayReplace(string path, OutputKind kind, ReadOnlySpan<byte> bytes)
    {
        if (new FileInfo(path) is not { Exists: true, Length: > 0 and var length })
            return true;
        return kind == OutputKind.Entry ? Replaced(path, bytes) is null : EarlierOutput.Is(kind, path, length);
    }

    /// <summary>Bytes of what will be gone; null when nothing is lost.</summary>
    private static long? Replaced(string path, ReadOnlySpan<byte> bytes) =>
        new FileInfo(path) is { Exists: true, Length: > 0 and var length } && !(length == bytes.Length && bytes.SequenceEqual(File.ReadAllBytes(path))) ? length : null;

    /// <summary>The last folder is made if only that is missing: a longer way that is not there is a slip of the pen.</summary>
    private void MakeFolder(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (Directory.Exists(folder))
            return;
        if (File.Exists(folder) || !Directory.Exists(Path.GetDirectoryName(folder)))
            throw new OutputRefusedException(words.NoFolder(path, folder));
        Directory.CreateDirectory(folder);
        say(words.FolderMade(folder));
    }

    private static async Task WriteWholeAsync(string part, string full, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllBytesAsync(part, bytes, cancellationToken);
            File.Move(part, full, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>The system's words for its error number, without the path: that of the file beside would be of no use to anyone.</summary>
    private static string Reason(IOException e) => Marshal.GetPInvokeErrorMessage(e switch
    {
        FileNotFoundException or DirectoryNotFoundException => NoEntry,
        PathTooLongException => NameTooLong,
        _ => e.HResult is > 0 and < 4096 ? e.HResult : InputOutput,
    });
}
