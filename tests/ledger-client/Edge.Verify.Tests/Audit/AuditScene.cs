using Edge.Bench.Audit;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Ledger.Tests;
using Edge.Testing;
using Edge.Verify.Audit;

namespace Edge.Verify.Tests.Audit;

/// <summary>A gateway's log as tiles in a folder of its own, accepted by all departments, for a test to spoil.</summary>
internal sealed class AuditScene : IDisposable
{
    public const string Partial = ".p/103";

    private const long Time = 1_795_200_000;
    private readonly TemporaryDirectory _folder = new();

    /// <param name="write">Writes the log; left out, a plain one of 615 entries.</param>
    public AuditScene(Action<GatewayDay>? write = null)
    {
        var tiles = new TileFolder(Folder, TreeHasher.Sha256);
        (write ?? Plain)(new GatewayDay(tiles, TreeHasher.Sha256));
        tiles.Finish(Keys.Gateway.Name, checkpoint => Keys.Cosigned(checkpoint, Keys.Gateway, Time, 0, 1, 2, 3));
        Policy = _folder.Write("policy.txt", Keys.PolicyText);
        Size = tiles.Size;
    }

    public static TestKeys Keys { get; } = new();

    public string Folder => _folder.File("log");

    public string Policy { get; }

    public ulong Size { get; }

    public Checkpoint Checkpoint => Checkpoint.Parse(SignedNote.Parse(File.ReadAllBytes(At("checkpoint"))));

    /// <summary>A start, four batches with a clock correction and a gap among them, another start in the third.</summary>
    public static void Plain(GatewayDay day)
    {
        day.Boot("vkey");
        day.Seal();
        Readings(day, 250);
        day.Seal();
        day.ClockCorrection();
        Readings(day, 100);
        day.Reading(Quality.Uncertain);
        day.Reading(Quality.Bad, absent: true);
        day.Boot("vkey");
        day.Append(new GapEntry([], null, null, GapReason.PoweredOff, ""));
        Readings(day, 50);
        day.Seal();
        Readings(day, 165);
        day.Seal();
    }

    public static void Readings(GatewayDay day, int count)
    {
        for (var i = 0; i < count; i++)
            day.Reading();
    }

    public string At(string path) => Path.Combine(Folder, path);

    public void Change(string path, Func<byte[], byte[]> change) => File.WriteAllBytes(At(path), change(File.ReadAllBytes(At(path))));

    public void Flip(string path, int at) => Change(path, bytes =>
    {
        bytes[at] ^= 1;
        return bytes;
    });

    public void Swap(string one, string other)
    {
        File.Move(At(one), At("swap"));
        File.Move(At(other), At(one));
        File.Move(At("swap"), At(other));
    }

    public void Write(string path, SignedNote note) => File.WriteAllBytes(At(path), note.ToBytes());

    public AuditResult Audit(TrustPolicy? policy = null) => new DirectoryAudit(Folder, policy ?? Keys.Policy, (_, _) => { }).Run();

    public void Dispose() => _folder.Dispose();
}
