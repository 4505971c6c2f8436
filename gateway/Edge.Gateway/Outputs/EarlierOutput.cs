using Edge.Gateway.Doctor.Reports;
using Edge.Ledger;
using Edge.Ledger.Cose;
using Edge.Ledger.Evidence;

namespace Edge.Gateway.Outputs;

/// <summary>What stands where evidence or a receipt is to be written.</summary>
internal static class EarlierOutput
{
    private const int MostReceipt = 1 << 20;

    /// <summary>Whether it is of that kind: evidence and a report by their beginning, a receipt by all its bytes.</summary>
    /// <param name="length">Of the file, in bytes; not 0.</param>
    public static bool Is(OutputKind kind, string path, long length) => kind == OutputKind.Evidence
        ? EvidenceVerifier.IsEvidence(Start(path, length))
        : kind == OutputKind.Report ? Start(path, length).SequenceEqual(ReportPage.Mark)
        : length <= MostReceipt && Receipt(File.ReadAllBytes(path)) is not null;

    /// <summary>The log that it is of; null when it is empty or does not tell, because it is damaged.</summary>
    public static string? Origin(string path, OutputKind kind)
    {
        if (new FileInfo(path) is not { Exists: true, Length: > 0 and <= EvidenceFile.MaxBytes })
            return null;
        var bytes = File.ReadAllBytes(path);
        return kind == OutputKind.Report ? null : kind == OutputKind.Evidence ? EvidenceNotes.Origin(bytes) : Receipt(bytes)?.KeyId is { } key ? key[..key.LastIndexOf('+')] : null;
    }

    private static ReadOnlySpan<byte> Start(string path, long length)
    {
        var start = new byte[Math.Min(length, ReportPage.Mark.Length)];
        using var file = File.OpenRead(path);
        return start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
    }

    private static CoseReceipt? Receipt(byte[] bytes)
    {
        try
        {
            return SignedEntry.IsSignedEntry(bytes) ? SignedEntry.Parse(bytes).Receipt : CoseReceipt.Parse(bytes);
        }
        catch (MalformedException)
        {
            return null;
        }
    }
}
