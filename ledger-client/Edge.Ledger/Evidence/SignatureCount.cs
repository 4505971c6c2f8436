namespace Edge.Ledger.Evidence;

/// <summary>Signatures over all notes of one file: short ones cost far more in memory than in the file, so their sum is limited before they are read.</summary>
internal sealed class SignatureCount
{
    private int _sum;

    /// <exception cref="MalformedException">More than <see cref="EvidenceFile.MaxSignatures"/>.</exception>
    public void Add(int signatures)
    {
        _sum += signatures;
        if (_sum > EvidenceFile.MaxSignatures)
            throw new MalformedException($"evidence: more than {EvidenceFile.MaxSignatures} signatures over all its notes");
    }
}
