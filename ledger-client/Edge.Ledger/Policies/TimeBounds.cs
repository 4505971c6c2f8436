namespace Edge.Ledger.Policies;

/// <summary>What a quorum's times prove. Every bound needs a quorum, so that no minority of lying witnesses can move it; a policy that asks for nobody proves no time.</summary>
public static class TimeBounds
{
    /// <summary>The earliest time by which a quorum had signed: whatever they signed existed by then. Null without a quorum.</summary>
    public static ulong? SignedBy(TrustPolicy policy, IReadOnlyList<Cosigner> cosigners) =>
        First(policy, cosigners.OrderBy(c => c.Time));

    /// <summary>The latest time such that a quorum signed at that time or later: what they signed was not complete before. Null without a quorum.</summary>
    public static ulong? SignedFrom(TrustPolicy policy, IReadOnlyList<Cosigner> cosigners) =>
        First(policy, cosigners.OrderByDescending(c => c.Time));

    private static ulong? First(TrustPolicy policy, IEnumerable<Cosigner> inOrder)
    {
        var names = new HashSet<string>();
        if (policy.IsQuorum(names))
            return null;
        foreach (var cosigner in inOrder)
        {
            names.Add(cosigner.Witness);
            if (policy.IsQuorum(names))
                return cosigner.Time;
        }

        return null;
    }
}
