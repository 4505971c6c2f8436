namespace Edge.Ledger.Policies;

/// <summary>A node of a policy's quorum: a witness, a group of which k members are needed, or none at all.</summary>
internal abstract class QuorumRule
{
    public static QuorumRule None { get; } = new Group(0, []);

    public abstract int Smallest { get; }

    public abstract bool IsMet(IReadOnlySet<string> witnesses);

    public static QuorumRule Of(string witness) => new Single(witness);

    public static QuorumRule Of(int k, IReadOnlyList<QuorumRule> members) => new Group(k, members);

    private sealed class Single(string name) : QuorumRule
    {
        public override int Smallest => 1;

        public override bool IsMet(IReadOnlySet<string> witnesses) => witnesses.Contains(name);
    }

    private sealed class Group(int k, IReadOnlyList<QuorumRule> members) : QuorumRule
    {
        public override int Smallest => members.Select(m => m.Smallest).Order().Take(k).Sum();

        public override bool IsMet(IReadOnlySet<string> witnesses) => members.Count(m => m.IsMet(witnesses)) >= k;
    }
}
