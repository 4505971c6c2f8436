using System.Globalization;
using Edge.Verify.Reports.Html;

namespace Edge.Verify.Outputs;

/// <summary>
/// A page or an accusation on its way to a file: everything is looked at, and the whole is written beside, before what is there is touched. A page replaces
/// nothing but an earlier page or an empty file, so that a slip of the pen cannot cost someone the evidence, and an accusation, which is evidence itself, only an
/// empty file; what could not be finished does not stay behind and leaves the earlier file as it was. A link is written through. What streams, a character
/// device or a descriptor that is open already, is written to when all else is done.
/// </summary>
public sealed class ReportFile : IDisposable
{
    private readonly OutputPlace _place;
    private readonly OutputKind _kind;
    private readonly Action<Stream> _write;
    private readonly string _part;

    private ReportFile(OutputPlace place, Action<Stream> write, OutputKind kind)
    {
        (_place, _write, _kind) = (place, write, kind);
        _part = $"{place.Target}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.part";
    }

    /// <exception cref="OutputException">It cannot be written there.</exception>
    public static void Write(string path, Action<Stream> write, OutputKind kind = OutputKind.Report)
    {
        using var file = Prepare(path, write, kind);
        file.Finish();
    }

    /// <summary>Two files, both or none of them.</summary>
    /// <exception cref="OutputException">One of them cannot be written there.</exception>
    public static void WriteBoth(string page, Action<Stream> writePage, string accusation, Action<Stream> writeAccusation)
    {
        using var first = Prepare(accusation, writeAccusation, OutputKind.Accusation);
        using var second = Prepare(page, writePage, OutputKind.Report);
        if (first._place.Target == second._place.Target)
            throw new OutputException(OutputKind.Report, OutputFault.SamePlace, page, "");
        first.Finish();
        try
        {
            second.Finish();
        }
        catch
        {
            first.Undo();
            throw;
        }
    }

    public void Dispose() => File.Delete(_part);

    private static ReportFile Prepare(string path, Action<Stream> write, OutputKind kind) => OutputFaults.Told(kind, path, () =>
    {
        var place = OutputPlace.Of(path, kind);
        if (place.HasBytes && (place.IsStream || kind == OutputKind.Accusation || !IsEarlier(place.Target, kind)))
            throw new OutputException(kind, kind == OutputKind.Accusation || place.IsStream ? OutputFault.AlreadyThere : OutputFault.NotAReport, path, "");
        var file = new ReportFile(place, write, kind);
        if (!place.IsStream)
            file.WriteBeside();
        return file;
    });

    private static bool IsEarlier(string path, OutputKind kind)
    {
        var begins = kind == OutputKind.VerifierPage ? VerifierPage.Start : HtmlPage.Start;
        using var there = File.OpenRead(path);
        var start = new byte[begins.Length];
        return there.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && begins.SequenceEqual(start);
    }

    private void WriteBeside()
    {
        File.Delete(_part);
        try
        {
            using var stream = new FileStream(_part, _place.NewFile);
            _write(stream);
        }
        catch
        {
            File.Delete(_part);
            throw;
        }
    }

    private void Finish() => OutputFaults.Told(_kind, _place.Path, () =>
    {
        if (!_place.IsStream)
        {
            File.Move(_part, _place.Target, overwrite: true);
            return true;
        }

        using var stream = _place.Open();
        _write(stream);
        return true;
    });

    /// <summary>Nothing is lost: there was nothing before, or an empty file.</summary>
    private void Undo()
    {
        if (!_place.IsStream)
            File.Delete(_place.Target);
    }
}
