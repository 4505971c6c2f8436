using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Tests;

/// <summary>A small city with keys made from fixed seeds: nothing secret, the same on every run.</summary>
/// <param name="first">Another number makes another city with the same names.</param>
internal sealed class TestKeys(byte first = 0)
{
    public static byte[] Seed(byte n) => [.. Enumerable.Repeat(n, 32)];

    public NoteSigner Gateway { get; } = new("city.example/gw-1", KeyType.Ed25519, Seed((byte)(first + 1)));

    public NoteSigner City { get; } = new("city.example", KeyType.Ed25519, Seed((byte)(first + 2)));

    public NoteSigner[] Departments { get; } =
        [.. new[] { "water", "energy", "environment", "justice" }.Select((n, i) => new NoteSigner($"{n}.city.example", KeyType.Ed25519Cosignature, Seed((byte)(first + 10 + i))))];

    public string PolicyText =>
        $"# who is trusted\nlog {City.Verifier}\nlog {Gateway.Verifier}\n"
        + string.Concat(Departments.Select(d => $"witness {d.Name.Split('.')[0]} {d.Verifier}\n"))
        + "group departments 3 water energy environment justice\nquorum departments\n";

    public TrustPolicy Policy => TrustPolicy.Parse(System.Text.Encoding.UTF8.GetBytes(PolicyText));

    public SignedNote Cosigned(Checkpoint checkpoint, NoteSigner log, long time, params int[] departments)
    {
        var note = checkpoint.Sign(log);
        return note.With(departments.Select(d => Departments[d].Cosign(note.Text.Span, DateTimeOffset.FromUnixTimeSeconds(time + d))));
    }
}
