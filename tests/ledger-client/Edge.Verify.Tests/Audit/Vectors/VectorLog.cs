using Edge.Bench.Audit;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Tests;
using Edge.Testing;

namespace Edge.Verify.Tests.Audit.Vectors;

/// <summary>A log of the vectors as its files, by their paths from the folder on.</summary>
internal sealed record VectorLog(string Name, Checkpoint Checkpoint, IReadOnlyDictionary<string, byte[]> Files)
{
    public const long Time = 1_795_200_000;

    public static TestKeys Keys { get; } = new();

    /// <summary>Writes it, and takes it from the disk: what an export would leave.</summary>
    /// <param name="write">Its entries.</param>
    public static VectorLog Of(string name, Action<GatewayDay> write)
    {
        using var folder = new TemporaryDirectory();
        var log = folder.File("log");
        var tiles = new TileFolder(log, TreeHasher.Sha256);
        Checkpoint? signed = null;
        write(new GatewayDay(tiles, TreeHasher.Sha256, channels: 1));
        tiles.Finish(Keys.Gateway.Name, checkpoint => Accepted(signed = checkpoint));
        var files = Directory.EnumerateFiles(log, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(log, path), File.ReadAllBytes);
        return new VectorLog(name, signed!, files.OrderBy(f => f.Key, StringComparer.Ordinal).ToDictionary());
    }

    /// <summary>As one department's policy asks for it.</summary>
    public static SignedNote Accepted(Checkpoint checkpoint) => Keys.Cosigned(checkpoint, Keys.Gateway, Time, 0);
}
