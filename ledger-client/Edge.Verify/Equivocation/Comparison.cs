using Edge.Ledger;
using Edge.Ledger.City;
using Edge.Ledger.Evidence;

namespace Edge.Verify.Equivocation;

/// <summary>How a checkpoint of one input stands to one of the other.</summary>
/// <param name="Log">The origin of both.</param>
/// <param name="File">The accusation, when they contradict each other.</param>
internal sealed record Comparison(Reconciliation Relation, string Log, EquivocationFile? File)
{
    /// <summary>Of two inputs that show nothing of one log.</summary>
    public static Comparison OfNothing { get; } = new(Reconciliation.OtherLog, "", null);

    /// <summary>What says more is higher: of a gateway before the city's log, whose blocks every evidence file holds beside what it is about.</summary>
    public int Rank => Relation switch
    {
        Reconciliation.OtherLog => 0,
        Reconciliation.Same => 1,
        Reconciliation.NotShown => 2,
        Reconciliation.Continued => 3,
        _ => 4,
    } + (LogOrigin.TryParse(Log)?.GatewayId is null ? 0 : Gateway);

    private const int Gateway = 10;

    /// <summary>Compares what must be compared for no contradiction to be missed: of n checkpoints some 4n pairs, never all with all.</summary>
    public static IEnumerable<Comparison> Between(AccusedInput one, AccusedInput other)
    {
        var hasTree = one.Tree is not null || other.Tree is not null;
        var others = BySize(other).ToLookup(n => n.Checkpoint.Origin);
        foreach (var log in BySize(one).GroupBy(n => n.Checkpoint.Origin).Where(log => others.Contains(log.Key)))
        {
            foreach (var (left, right) in Pairs([.. log], [.. others[log.Key]], hasTree))
            {
                yield return Of(left, right, one);
                yield return Of(left, right, other);
            }
        }
    }

    private static IEnumerable<AccusedNote> BySize(AccusedInput input) => input.Notes.DistinctBy(n => n.Checkpoint).OrderBy(n => n.Checkpoint.Size);

    /// <param name="left">The distinct checkpoints of a log in one input, by size.</param>
    /// <param name="right">Those in the other.</param>
    /// <param name="hasTree">A folder is among the inputs: it has one checkpoint, which each of the other's is compared with.</param>
    private static IEnumerable<(AccusedNote Left, AccusedNote Right)> Pairs(AccusedNote[] left, AccusedNote[] right, bool hasTree)
    {
        if (hasTree)
            return left.SelectMany(a => right.Select(b => (a, b)));
        var sizes = right.ToLookup(n => n.Checkpoint.Size);

        // Of distinct roots at one size, two of each side hold a contradiction if there is one; and no pair of two sizes says more than the furthest apart.
        var ofOneSize = left.GroupBy(n => n.Checkpoint.Size).SelectMany(size => size.Take(2).SelectMany(a => sizes[size.Key].Take(2).Select(b => (a, b))));
        return ofOneSize.Append((left[0], right[^1])).Append((left[^1], right[0]));
    }

    /// <summary>Tiles that are missing or damaged show nothing.</summary>
    private static Comparison Of(AccusedNote left, AccusedNote right, AccusedInput input)
    {
        try
        {
            var file = Accusation.Between(left.Note, right.Note, input.Tree, input.Size, out var relation);
            return new Comparison(relation, left.Checkpoint.Origin, file);
        }
        catch (MalformedException)
        {
            return new Comparison(Reconciliation.NotShown, left.Checkpoint.Origin, null);
        }
    }
}
