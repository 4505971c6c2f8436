using Edge.Ledger.Entries;

namespace Edge.Gateway.Pipeline;

/// <summary>Somebody has seen an alarm that is open (ISA-18.2); it lasts all the same.</summary>
/// <param name="Who">As the log has it.</param>
/// <param name="Wall">When, as the clock said then; null where nobody vouched for it.</param>
public sealed record Acknowledgement(string Who, WallTime? Wall)
{
    /// <summary>What an entry that tells of one begins with; behind it stands the alarm's own text.</summary>
    public const string Beginning = "alarm acknowledged: ";
}
