using System.Security.Cryptography;
using Edge.Bench.Machine;
using Edge.Ledger.Notes;
using Edge.Ledger.Tiles;
using Edge.Verify.Commands;

namespace Edge.Bench.Audit;

/// <summary>One measurement in a process of its own, so that the peak memory is that of the work alone: <c>edge-bench measure audit|stream DIR POLICY</c>.</summary>
internal static class AuditChild
{
    public const string Verb = "measure";

    public static int Run(string[] args, TimeProvider time)
    {
        var (work, folder, policy) = (args[1], args[2], args[3]);
        var started = time.GetTimestamp();
        var bytes = work == "audit" ? Audit(folder, policy) : Stream(folder);
        var round = new AuditRound(time.GetElapsedTime(started).TotalSeconds, ProcessUsage.PeakMegabytes(Environment.ProcessId), bytes);
        Console.Out.WriteLine(round.ToLine());
        return 0;
    }

    /// <summary>What edge-verify does, from the command line to the report.</summary>
    private static long Audit(string folder, string policy)
    {
        using var output = new StreamWriter(new MemoryStream());
        using var errors = new StreamWriter(Console.OpenStandardError());
        var code = VerifyCommand.Run([folder, "--policy", policy, "--lang", "en"], _ => null, output, errors);
        return code == ExitCode.Valid ? 0 : throw new BenchException($"The audit ended with {code}: {System.Text.Encoding.UTF8.GetString(((MemoryStream)output.BaseStream).ToArray())}");
    }

    /// <summary>The same files in the same order through one SHA-256.</summary>
    private static long Stream(string folder)
    {
        var size = Checkpoint.Parse(SignedNote.Parse(File.ReadAllBytes(Path.Combine(folder, "checkpoint")))).Size;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1024 * 1024];
        var bytes = 0L;
        foreach (var tile in TreeTiles.Of(size))
        {
            using var file = File.OpenHandle(Path.Combine(folder, tile.Path));
            for (int count, at = 0; (count = RandomAccess.Read(file, buffer, at)) > 0; at += count)
            {
                hash.AppendData(buffer, 0, count);
                bytes += count;
            }
        }

        hash.GetHashAndReset();
        return bytes;
    }
}
