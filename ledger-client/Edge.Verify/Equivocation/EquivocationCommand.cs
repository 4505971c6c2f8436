using Edge.Ledger;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Verify.Commands;
using Edge.Verify.Inputs;
using Edge.Verify.Outputs;
using Edge.Verify.Words;

namespace Edge.Verify.Equivocation;

/// <summary>edge-verify on an equivocation file.</summary>
internal static class EquivocationCommand
{
    /// <param name="bytes">The file, known by its first line.</param>
    /// <exception cref="InputException">It has not the one form of such a file.</exception>
    public static (MemoryStream Report, ExitCode Code) Run(Arguments asked, byte[] bytes, byte[] policyBytes, TrustPolicy policy, Phrases shared, int width)
    {
        try
        {
            var verdict = new EquivocationVerifier(policy).Verify(bytes);
            var report = new EquivocationReport(asked, asked.Evidence, bytes, policyBytes, policy, verdict, EquivocationPhrases.Of(shared));
            if (asked.Html is { } page)
                ReportFile.Write(page, stream => EquivocationPage.Write(stream, report));
            return report.Print(width);
        }
        catch (MalformedException e)
        {
            throw new InputException(InputRole.Evidence, InputFault.Malformed, asked.Evidence, e.Message);
        }
    }
}
