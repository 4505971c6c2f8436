namespace Edge.Ledger.Policies;

/// <summary>A node of a policy's quorum: a witness, a group of which k members are needed, or none at all.</summary>
internal abstract class QuorumRule
{
    public static QuorumRule None { get; } = new Group(0, []);

    public abstract int Smallest { get; }

    /// <summary>Groups within groups; 0 for a witness.</summary>
    public abstract int Depth { get; }

    public abstract bool IsMet(IReadOnlySet<string> witnesses);

    public static QuorumRule Of(string witness) => new Single(witness);

    public static QuorumRule Of(int k, IReadOnlyList<QuorumRule> members) => new Group(k, members);

    private sealed class Single(string name) : QuorumRule
    {
        public override int Smallest => 1;

        public override int Depth => 0;

        public override bool IsMet(IReadOnlySet<string> witnesses) => witnesses.Contains(name);
    }

    private sealed class Group(int k, IReadOnlyList<QuorumRule> members) : QuorumRule
    {
        public override int Smallest { get; } = members.Select(m => m.Smallest).Order().Take(k).Sum();

        public override int Depth { get; } = members.Select(m => m.Depth).DefaultIfEmpty().Max() + 1;

        public override bool IsMet(IReadOnlySet<string> witnesses) => members.Count(m => m.IsMet(witnesses)) >= k;
    }
}
