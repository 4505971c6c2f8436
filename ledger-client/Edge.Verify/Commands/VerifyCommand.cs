using Edge.Ledger;
using Edge.Ledger.Cose;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Verify.Audit;
using Edge.Verify.Equivocation;
using Edge.Verify.Inputs;
using Edge.Verify.Receipts;
using Edge.Verify.Outputs;
using Edge.Verify.Reports;
using Edge.Verify.Reports.Html;
using Edge.Verify.Words;

namespace Edge.Verify.Commands;

/// <summary>One run of edge-verify: reads two files, gives one verdict. Whatever the input, it ends with an <see cref="ExitCode"/> and a sentence.</summary>
public static class VerifyCommand
{
    /// <param name="environment">Gives environment variables.</param>
    /// <param name="output">Verdicts, and all JSON.</param>
    /// <param name="errors">Why nothing was checked.</param>
    public static ExitCode Run(IReadOnlyList<string> args, Func<string, string?> environment, StreamWriter output, StreamWriter errors)
    {
        var phrases = Languages.Phrases(ArgumentsParser.LanguageOf(args) ?? Languages.Of(environment));
        try
        {
            return Answer(args, phrases, TerminalWidth.Of(environment), output, errors);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Output is closed or full, or whoever read it has gone: there is nobody left to tell.
            return ExitCode.NotChecked;
        }
    }

    private static ExitCode Answer(IReadOnlyList<string> args, Phrases phrases, int width, StreamWriter output, StreamWriter errors)
    {
        if (ArgumentsParser.AsksForHelp(args) || ArgumentsParser.AsksForVersion(args))
        {
            output.Write($"{(ArgumentsParser.AsksForHelp(args) ? phrases.Help : $"edge-verify {Tool.Version}")}\n");
            output.Flush();
            return ExitCode.Valid;
        }

        try
        {
            if (ArgumentsParser.ParsePage(args) is { } page)
            {
                VerifierPage.Write(page);
                new ReportWriter(errors, width).Paragraph(phrases.PageWritten(page));
                errors.Flush();
                return ExitCode.Valid;
            }

            var asked = ArgumentsParser.Parse(args);
            var (report, code) = asked.Accuse is not null ? AccuseCommand.Run(asked, phrases, width)
                : Directory.Exists(asked.Evidence) ? AuditCommand.Run(asked, phrases, width, errors, TimeProvider.System)
                : File(asked, phrases, width, output.BaseStream);
            output.BaseStream.Write(report.GetBuffer(), 0, (int)report.Length);
            return code;
        }
        catch (UsageException e)
        {
            NotChecked($"usage_{JsonReport.Snake(e.Fault)}", phrases.Usage(e.Fault, e.About));
        }
        catch (InputException e)
        {
            NotChecked($"{JsonReport.Snake(e.Role)}_{JsonReport.Snake(e.Fault)}", phrases.Input(e.Role, e.Fault, e.Path, e.Detail));
        }
        catch (OutputException e)
        {
            NotChecked($"{JsonReport.Snake(e.Kind)}_{JsonReport.Snake(e.Fault)}", phrases.Output(e.Kind, e.Fault, e.Path, e.Detail));
        }
        catch (Exception e) when (e is not (IOException or UnauthorizedAccessException))
        {
            NotChecked("unforeseen", phrases.Unforeseen($"{e.GetType().Name}: {e.Message}"));
        }

        return ExitCode.NotChecked;

        void NotChecked(string code, string why)
        {
            if (ArgumentsParser.AsksForJson(args))
                JsonReport.WriteError(output.BaseStream, code, phrases.NotChecked(why), phrases);
            else
                new ReportWriter(errors, width).Paragraph(phrases.NotChecked(why));
            errors.Flush();
        }
    }

    private static (MemoryStream Report, ExitCode Code) File(Arguments asked, Phrases phrases, int width, Stream output)
    {
        var policyBytes = InputFile.ReadPolicy(asked.Policy, out var policy);
        var bytes = InputFile.ReadEvidence(asked.Evidence);
        if (CoseReceipt.IsCose(bytes))
            return ReceiptCommand.Run(asked, bytes, policyBytes, policy, phrases, width);
        if (asked.Entry is not null || asked.Root is not null)
            throw new UsageException(UsageFault.NotNeeded, asked.Entry is not null ? "--entry" : "--root");
        return EquivocationFile.IsEquivocation(bytes)
            ? EquivocationCommand.Run(asked, bytes, policyBytes, policy, phrases, width)
            : Report(Examine(asked, bytes, policyBytes, policy, phrases), width, output);
    }

    /// <summary>The whole report in memory: what is printed is never half of one. But JSON, which has every reading, goes straight to the output: it may be larger than memory.</summary>
    private static (MemoryStream Report, ExitCode Code) Report(Examination examination, int width, Stream output)
    {
        if (examination.Asked.Html is { } page)
            ReportFile.Write(page, stream => EvidencePage.Write(stream, examination));
        var report = new MemoryStream();
        if (examination.Asked.Json)
        {
            JsonReport.Write(output, examination);
            return (report, examination.ExitCode);
        }

        using (var writer = new StreamWriter(report, leaveOpen: true))
            TextReport.Write(new ReportWriter(writer, width), examination);
        return (report, examination.ExitCode);
    }

    private static Examination Examine(Arguments asked, byte[] evidence, byte[] policyBytes, TrustPolicy policy, Phrases phrases)
    {
        try
        {
            return new Examination(asked, evidence, policyBytes, policy, new EvidenceVerifier(policy).Verify(evidence), phrases);
        }
        catch (MalformedException e)
        {
            throw new InputException(InputRole.Evidence, InputFault.Malformed, asked.Evidence, e.Message);
        }
    }
}
