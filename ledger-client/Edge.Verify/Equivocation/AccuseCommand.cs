using Edge.Ledger;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Verify.Commands;
using Edge.Verify.Inputs;
using Edge.Verify.Outputs;
using Edge.Verify.Words;

namespace Edge.Verify.Equivocation;

/// <summary>edge-verify accuse: finds two checkpoints of one log that contradict each other, and writes the file that proves it.</summary>
internal static class AccuseCommand
{
    public static (MemoryStream Report, ExitCode Code) Run(Arguments asked, Phrases shared, int width)
    {
        var policyBytes = InputFile.ReadPolicy(asked.Policy, out var policy);
        var wish = asked.Accuse!.Value;
        var (one, other) = (AccusedInput.Read(asked.Evidence), AccusedInput.Read(wish.Other));
        var relation = Reconciliation.OtherLog;
        var log = "";
        foreach (var (left, right) in one.Notes.SelectMany(a => other.Notes.Select(b => (a, b))))
        {
            foreach (var input in new[] { one, other })
            {
                var file = Between(left, right, input, out var found);
                if (Rank(found) >= Rank(relation))
                    (relation, log) = (found, Checkpoint.Parse(left).Origin);
                if (file is null)
                    continue;
                var verdict = new EquivocationVerifier(policy).Verify(file);
                var bytes = file.ToBytes();
                if (verdict.IsProved)
                    ReportFile.Write(wish.Out, stream => stream.Write(bytes));
                return new EquivocationReport(asked, wish.Out, bytes, policyBytes, policy, verdict, EquivocationPhrases.Of(shared)) { IsWritten = verdict.IsProved }.Print(width);
            }
        }

        return new ReconciledReport(asked, relation, log, EquivocationPhrases.Of(shared)).Print(width);
    }

    /// <summary>Tiles that are missing or damaged show nothing.</summary>
    private static EquivocationFile? Between(SignedNote one, SignedNote other, AccusedInput input, out Reconciliation relation)
    {
        try
        {
            return Accusation.Between(one, other, input.Tree, input.Size, out relation);
        }
        catch (MalformedException)
        {
            relation = Reconciliation.NotShown;
            return null;
        }
    }

    /// <summary>What says more comes later.</summary>
    private static int Rank(Reconciliation relation) => relation switch
    {
        Reconciliation.OtherLog => 0,
        Reconciliation.Same => 1,
        Reconciliation.NotShown => 2,
        Reconciliation.Continued => 3,
        _ => 4,
    };
}
