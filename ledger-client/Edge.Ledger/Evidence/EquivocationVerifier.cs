using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Evidence;

/// <summary>Checks accusations against a policy, offline. The log's own signatures convict it; cosignatures show whom it deceived and are not needed.</summary>
public sealed class EquivocationVerifier(TrustPolicy policy)
{
    /// <exception cref="MalformedException">The bytes are not such a file; nothing can be said of them.</exception>
    public EquivocationVerdict Verify(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= EvidenceFile.MaxBytes && EquivocationFile.IsEquivocation(bytes) && !EquivocationFile.IsIntact(bytes))
            return new EquivocationVerdict(new Finding(FindingCode.FileAltered));
        return Verify(EquivocationFile.Parse(bytes));
    }

    /// <inheritdoc cref="Verify(ReadOnlySpan{byte})"/>
    public EquivocationVerdict Verify(EquivocationFile file)
    {
        var first = policy.Check(file.First, Checkpoint.Parse(file.First).Origin);
        if (Fault(first) is { } inFirst)
            return new EquivocationVerdict(inFirst);
        var second = policy.Check(file.Second, first.Checkpoint!.Origin);
        if (Fault(second) is { } inSecond)
            return new EquivocationVerdict(inSecond);
        return Contradict(file, first.Checkpoint, second.Checkpoint!)
            ? new EquivocationVerdict(null) { First = first, Second = second }
            : new EquivocationVerdict(new Finding(FindingCode.Reconcilable, first.Checkpoint.Origin));
    }

    private static bool Contradict(EquivocationFile file, Checkpoint first, Checkpoint second) => file.Prefix is { } prefix
        ? prefix != first.Root && ConsistencyProof.Verify(first.Hasher, first.Size, prefix, second.Size, second.Root, [.. file.Proof])
        : first.Size == second.Size && first.Root != second.Root;

    private static Finding? Fault(NoteCheck check) => check.Fault switch
    {
        NoteFault.None or NoteFault.NoQuorum => null,
        NoteFault.UnknownLog => new Finding(FindingCode.GatewayUnknown, check.Detail, check.Fault),
        NoteFault.BadCosignature => new Finding(FindingCode.DepartmentSignature, check.Detail, check.Fault),
        _ => new Finding(FindingCode.GatewaySignature, check.Detail, check.Fault),
    };
}
