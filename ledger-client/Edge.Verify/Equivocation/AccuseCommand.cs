using Edge.Ledger.Evidence;
using Edge.Verify.Commands;
using Edge.Verify.Inputs;
using Edge.Verify.Outputs;
using Edge.Verify.Words;

namespace Edge.Verify.Equivocation;

/// <summary>
/// edge-verify accuse: finds two checkpoints of one log that contradict each other, and writes the file that proves it. Notes that prove nothing under the policy
/// stand in no one's way: what they say is looked at only to tell why there is no proof.
/// </summary>
internal static class AccuseCommand
{
    public static (MemoryStream Report, ExitCode Code) Run(Arguments asked, Phrases shared, int width)
    {
        var policyBytes = InputFile.ReadPolicy(asked.Policy, out var policy);
        var wish = asked.Accuse!.Value;
        var (one, other) = (AccusedInput.Read(asked.Evidence), AccusedInput.Read(wish.Other));
        var verifier = new EquivocationVerifier(policy);
        var said = Comparison.OfNothing;
        EquivocationFile? unproved = null;
        foreach (var found in Comparison.Between(one.Signed(policy), other.Signed(policy)))
        {
            if (found.File is { } file && verifier.Verify(file).IsProved)
                return Report(file);
            unproved ??= found.File;
            said = found.Rank >= said.Rank ? found : said;
        }

        var ofSigned = said;
        foreach (var found in Comparison.Between(one, other).TakeWhile(_ => unproved is null))
        {
            unproved = found.File;
            said = ofSigned.Rank == 0 && found.Rank >= said.Rank ? found : said;
        }

        return unproved is null ? new ReconciledReport(asked, said.Relation, said.Log, EquivocationPhrases.Of(shared)).Print(width) : Report(unproved);

        (MemoryStream Report, ExitCode Code) Report(EquivocationFile file)
        {
            var verdict = verifier.Verify(file);
            var report = new EquivocationReport(asked, wish.Out, file.ToBytes(), policyBytes, policy, verdict, EquivocationPhrases.Of(shared)) { IsWritten = verdict.IsProved };
            if (verdict.IsProved)
                Write(report, wish.Out);
            return report.Print(width);
        }
    }

    /// <summary>The accusation, and its page if one is asked for: both or none.</summary>
    private static void Write(EquivocationReport report, string path)
    {
        if (report.Asked.Html is { } page)
            ReportFile.WriteBoth(page, stream => EquivocationPage.Write(stream, report), path, Accusation);
        else
            ReportFile.Write(path, Accusation, OutputKind.Accusation);

        void Accusation(Stream stream) => stream.Write(report.Bytes);
    }
}
