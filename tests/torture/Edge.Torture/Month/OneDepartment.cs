using System.Text;
using Edge.Ledger.City;
using Edge.Ledger.City.Witnessing;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Torture.Month;

/// <summary>One department of the city as it runs in the field, with its rules and its state on disk; asked directly.</summary>
internal sealed class OneDepartment : IDisposable
{
    private readonly NoteSigner _key = new("water.city.example", KeyType.Ed25519Cosignature, [.. Enumerable.Repeat((byte)2, 32)]);
    private readonly SqliteWitnessState _state;
    private readonly Witness _witness;

    public OneDepartment(string folder, VerifierKey gateway, TimeProvider time)
    {
        _state = new SqliteWitnessState(Path.Combine(folder, "department.db"));
        var policy = TrustPolicy.Parse(Encoding.UTF8.GetBytes($"log {gateway}\nwitness water {_key.Verifier}\nquorum water\n"));
        _witness = new Witness(_key, policy, _state, time);
    }

    /// <summary>What keeps it from accepting a request; null when it accepted and remembers.</summary>
    public string? Refusal(string origin, byte[] request) => _witness.Answer(LogOrigin.Parse(origin).TopicId, request) switch
    {
        WitnessAnswer.Cosigned => null,
        WitnessAnswer.Refused refused => $"{refused.Refusal.Status} {refused.Refusal.Reason}",
        WitnessAnswer.Ignored ignored => ignored.Why,
        var other => other.ToString(),
    };

    public void Dispose()
    {
        _state.Dispose();
        _key.Dispose();
    }
}
