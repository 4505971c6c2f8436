using Edge.Verify.Commands;
using Edge.Verify.Inputs;
using Edge.Verify.Outputs;
using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Audit;

/// <summary>edge-verify on a folder.</summary>
internal static class AuditCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The whole report in memory, and the exit code.</summary>
    public static (MemoryStream Report, ExitCode Code) Run(Arguments asked, Phrases shared, int width, TextWriter errors, TimeProvider time)
    {
        var policyBytes = InputFile.ReadPolicy(asked.Policy, out var policy);
        var phrases = AuditPhrases.Of(shared);
        var said = time.GetTimestamp();
        var audited = new DirectoryAudit(asked.Evidence, policy, (done, of) => Say(() => phrases.Progress(done, of)));
        var before = asked.Html is null || audited.IsRefused() ? null : Digest();
        var result = audited.Run();
        var audit = new AuditReport(asked, policyBytes, policy, result, phrases);
        if (asked.Html is { } page)
        {
            var digest = result.IsRefused ? null : Digest();
            if (digest is not null && !digest.Sha256.AsSpan().SequenceEqual(before?.Sha256))
                throw new InputException(InputRole.Log, InputFault.CannotRead, asked.Evidence, "the folder was changed while it was audited; audit it again");
            ReportFile.Write(page, stream => AuditPage.Write(stream, audit, digest));
        }

        var report = new MemoryStream();
        if (asked.Json)
        {
            AuditJson.Write(report, audit);
        }
        else
        {
            using var writer = new StreamWriter(report, leaveOpen: true);
            audit.Write(new ReportWriter(writer, width));
        }

        return (report, audit.ExitCode);

        FolderDigest Digest() => FolderDigest.Of(asked.Evidence, bytes => Say(() => phrases.Hashing(bytes)));

        void Say(Func<string> progress)
        {
            if (Console.IsErrorRedirected || time.GetElapsedTime(said) < Pause)
                return;
            said = time.GetTimestamp();
            errors.Write($"{progress()}\n");
            errors.Flush();
        }
    }
}
