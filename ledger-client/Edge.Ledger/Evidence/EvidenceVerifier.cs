using Edge.Ledger.Policies;

namespace Edge.Ledger.Evidence;

/// <summary>Checks evidence of any version against a policy, offline: the policy's keys are the only thing trusted. See SPEC.md, Verification.</summary>
public sealed class EvidenceVerifier(TrustPolicy policy)
{
    /// <summary>Whether these bytes start as an evidence file of a known version does.</summary>
    public static bool IsEvidence(ReadOnlySpan<byte> bytes) => EvidenceFile.IsEvidence(bytes) || CompactEvidence.IsEvidence(bytes);

    /// <exception cref="MalformedException">The bytes are not an evidence file; nothing can be said of them.</exception>
    public Verdict Verify(ReadOnlySpan<byte> bytes)
    {
        var isCompact = CompactEvidence.IsEvidence(bytes);
        if (bytes.Length <= EvidenceFile.MaxBytes && (isCompact ? !CompactEvidence.IsIntact(bytes) : EvidenceFile.IsEvidence(bytes) && !EvidenceFile.IsIntact(bytes)))
            return Verdict.Invalid(new Finding(FindingCode.FileAltered));
        return isCompact ? Verify(CompactEvidence.Parse(bytes)) : Verify(EvidenceFile.Parse(bytes));
    }

    /// <inheritdoc cref="Verify(ReadOnlySpan{byte})"/>
    public Verdict Verify(EvidenceFile file) => FirstVersion.Verify(policy, file);

    /// <inheritdoc cref="Verify(ReadOnlySpan{byte})"/>
    public Verdict Verify(CompactEvidence file) => SecondVersion.Verify(policy, file);
}
