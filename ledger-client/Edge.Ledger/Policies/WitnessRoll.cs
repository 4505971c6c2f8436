using Edge.Ledger.Notes;

namespace Edge.Ledger.Policies;

/// <summary>Finds which witnesses of a policy signed a text.</summary>
internal static class WitnessRoll
{
    /// <summary>False when a known witness's signature does not verify; <paramref name="liar"/> then names it. A witness that signed twice counts once, at its earlier time.</summary>
    public static bool TryCall(TrustPolicy policy, SignedNote note, out List<Cosigner> cosigners, out string liar)
    {
        cosigners = [];
        liar = "";
        foreach (var witness in policy.Witnesses)
        {
            ulong? earliest = null;
            foreach (var signature in note.SignaturesBy(witness.Key))
            {
                if (!witness.Key.Verify(note.Text.Span, signature.Blob.Span))
                {
                    liar = witness.Name;
                    return false;
                }

                _ = Cosignature.TrySplit(signature.Blob.Span, out var time, out _);
                earliest = earliest is { } known ? Math.Min(known, time) : time;
            }

            if (earliest is { } at)
                cosigners.Add(new Cosigner(witness.Name, at));
        }

        return true;
    }
}
