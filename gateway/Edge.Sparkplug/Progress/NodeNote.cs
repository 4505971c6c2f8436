using System.Globalization;
using System.Text;
using Edge.Ledger;
using Edge.Ledger.Historian;

namespace Edge.Sparkplug.Progress;

/// <summary>
/// Remembers over restarts the number of the last session (bdSeq) and which entries were told, in one small text file: <c>edge-sparkplug/v1</c>, <c>bdseq N</c>, and
/// spans as a historian says them (SPEC.md section 9).
/// </summary>
/// <param name="file">Its path; the folder exists.</param>
internal sealed class NodeNote(string file)
{
    private const string Head = "edge-sparkplug/v1\nbdseq ";

    /// <summary>Null where there is none that can be read: this is the first session, or counts as it.</summary>
    public (byte Session, IndexSet Told)? Read()
    {
        try
        {
            var text = File.ReadAllBytes(file).AsSpan();
            if (!text.StartsWith(Encoding.ASCII.GetBytes(Head)))
                return null;
            text = text[Head.Length..];
            var end = text.IndexOf((byte)'\n');
            return end > 0 && byte.TryParse(text[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var session) ? (session, HeldMessage.Parse(text[(end + 1)..])) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or MalformedException)
        {
            return null;
        }
    }

    /// <summary>Durable when it returns.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Write(byte session, IndexSet told)
    {
        using (var stream = new FileStream(file + ".new", FileMode.Create, FileAccess.Write))
        {
            stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Head}{session}\n")));
            stream.Write(HeldMessage.Write(told));
            stream.Flush(flushToDisk: true);
        }

        File.Move(file + ".new", file, overwrite: true);
    }
}
