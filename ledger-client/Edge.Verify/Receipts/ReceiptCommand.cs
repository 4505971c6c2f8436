using Edge.Ledger;
using Edge.Ledger.Cose;
using Edge.Ledger.Entries;
using Edge.Ledger.Policies;
using Edge.Verify.Commands;
using Edge.Verify.Inputs;
using Edge.Verify.Outputs;
using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Receipts;

/// <summary>edge-verify on a COSE receipt, or on an entry that carries its own.</summary>
internal static class ReceiptCommand
{
    /// <summary>The whole report in memory, and the exit code.</summary>
    /// <exception cref="InputException">It is not of that form, or the entry cannot be read.</exception>
    /// <exception cref="UsageException">What the receipt is about was not given.</exception>
    public static (MemoryStream Report, ExitCode Code) Run(Arguments asked, byte[] bytes, byte[] policyBytes, TrustPolicy policy, Phrases shared, int width)
    {
        var answer = new ReceiptReport(asked, bytes, policyBytes, policy, Check(asked, bytes, policy), ReceiptPhrases.Of(shared));
        if (asked.Html is { } page)
            ReportFile.Write(page, stream => ReceiptPage.Write(stream, answer));
        var report = new MemoryStream();
        if (asked.Json)
        {
            answer.WriteJson(report);
        }
        else
        {
            using var writer = new StreamWriter(report, leaveOpen: true);
            answer.Write(new ReportWriter(writer, width));
        }

        return (report, answer.ExitCode);
    }

    private static ReceiptCheck Check(Arguments asked, byte[] bytes, TrustPolicy policy)
    {
        try
        {
            if (SignedEntry.IsSignedEntry(bytes))
            {
                Refuse(asked.Entry, "--entry");
                Refuse(asked.Root, "--root");
                var signed = SignedEntry.Parse(bytes);
                Entry.Decode(signed.Entry.Span);
                return ReceiptCheck.Of(signed, policy);
            }

            var receipt = CoseReceipt.Parse(bytes);
            Refuse(receipt is InclusionReceipt ? asked.Root : asked.Entry, receipt is InclusionReceipt ? "--root" : "--entry");
            return receipt is InclusionReceipt inclusion
                ? ReceiptCheck.Of(inclusion, InputFile.ReadEntry(asked.Entry ?? throw new UsageException(UsageFault.NoEntry, $"{inclusion.Index}")), policy)
                : ReceiptCheck.Of((ConsistencyReceipt)receipt, asked.Root ?? throw new UsageException(UsageFault.NoRoot, $"{((ConsistencyReceipt)receipt).OldSize}"), policy);
        }
        catch (MalformedException e)
        {
            throw new InputException(InputRole.Evidence, InputFault.Malformed, asked.Evidence, e.Message);
        }
    }

    private static void Refuse(object? given, string option)
    {
        if (given is not null)
            throw new UsageException(UsageFault.NotNeeded, option);
    }
}
