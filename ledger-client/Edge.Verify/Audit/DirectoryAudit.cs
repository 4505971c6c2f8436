using Edge.Ledger.City;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Ledger.Tiles;
using Edge.Verify.Inputs;

namespace Edge.Verify.Audit;

/// <summary>Audits a log that lies in a folder as tiles: the checkpoint by the policy, every tile and entry by the checkpoint, what the entries say by one another.</summary>
/// <param name="progress">Told how many entries of how many are done.</param>
public sealed class DirectoryAudit(string folder, TrustPolicy policy, Action<ulong, ulong> progress)
{
    private const int Attempts = 3;

    /// <summary>Whether the policy does not accept the checkpoint that is there now.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public bool IsRefused()
    {
        var note = InputFile.ReadCheckpoint(folder);
        var checkpoint = Checkpoint.Parse(note);
        return Refused(policy.Check(note, checkpoint.Origin), checkpoint) is not null;
    }

    /// <summary>When an export goes on in the folder meanwhile, tiles of an older checkpoint may be taken away while they are looked for: it is then begun anew.</summary>
    /// <exception cref="InputException">The checkpoint or another file cannot be read.</exception>
    public AuditResult Run()
    {
        for (var attempt = 1; ; attempt++)
        {
            var note = InputFile.ReadCheckpoint(folder);
            var result = Run(note);
            if (result.FaultCount == 0 || attempt == Attempts || InputFile.ReadCheckpoint(folder).ToString() == note.ToString())
                return result;
        }
    }

    private AuditResult Run(SignedNote note)
    {
        var checkpoint = Checkpoint.Parse(note);
        var check = policy.Check(note, checkpoint.Origin);
        var review = new LogReview(checkpoint.Hasher, InputFile.ReadContexts(folder));
        if (Refused(check, checkpoint) is { } refused)
            return new AuditResult(note, check, [refused], 1, 0, 0, 0, FolderSurvey.Of(folder, checkpoint.Size), review);

        var audit = new TileAudit(new TileDirectory(folder), checkpoint);
        if (audit.CheckRoot())
        {
            AuditPipeline.Run(audit, review, done => progress(done, checkpoint.Size));
            review.End(checkpoint.Size);
            audit.Excuse(review.Losses.Select(told => told.Entries));
        }

        var survey = FolderSurvey.Of(folder, checkpoint.Size);
        List<AuditFinding> reservations = [.. Reservations(check, audit, review), .. survey.Extra.Select(file => new AuditFinding(AuditCode.ExtraFile, file, Count: 1))];
        return new AuditResult(
            note, check, [.. audit.Differences.Select(Finding), .. review.Findings, .. reservations], audit.DifferenceCount + review.FaultCount,
            (ulong)(reservations.Count - survey.Extra.Count) + survey.ExtraCount, audit.CheckedEntries, audit.OldestEntry, survey, review);
    }

    /// <summary>Why nothing but the note is looked at; null when the policy accepts it.</summary>
    private static AuditFinding? Refused(NoteCheck check, Checkpoint checkpoint)
    {
        if (LogOrigin.TryParse(checkpoint.Origin) is not { GatewayId: not null })
            return new AuditFinding(AuditCode.NotAGateway, Detail: checkpoint.Origin);
        return check.Fault switch
        {
            NoteFault.None => null,
            NoteFault.UnknownLog => new AuditFinding(AuditCode.GatewayUnknown, Detail: check.Detail, Cause: check.Fault),
            NoteFault.BadCosignature => new AuditFinding(AuditCode.DepartmentSignature, Detail: check.Detail, Cause: check.Fault),
            NoteFault.NoQuorum => new AuditFinding(AuditCode.NoQuorum, Detail: check.Detail, Cause: check.Fault),
            _ => new AuditFinding(AuditCode.GatewaySignature, Detail: check.Detail, Cause: check.Fault),
        };
    }

    private static AuditFinding Finding(TileDifference difference) => new(
        difference.Fault switch
        {
            TileFault.Missing => AuditCode.Missing,
            TileFault.WrongLength => AuditCode.WrongLength,
            TileFault.TileDiffers => AuditCode.TileDiffers,
            TileFault.EntryDiffers => AuditCode.EntryDiffers,
            _ => AuditCode.RootDiffers,
        },
        difference.Fault == TileFault.RootDiffers ? "" : difference.Path, difference.FirstEntry, difference.EntryCount, difference.Detail);

    private IEnumerable<AuditFinding> Reservations(NoteCheck check, TileAudit audit, LogReview review)
    {
        if (TimeBounds.SignedBy(policy, check.Cosigners) is null)
            yield return new AuditFinding(AuditCode.NoUpperBound);
        if (audit.Lost is [var first, ..] lost)
            yield return new AuditFinding(AuditCode.Lost, FirstEntry: first.First, Count: lost.Aggregate(0UL, (sum, run) => sum + run.Last - run.First + 1), Detail: ToldLoss.Gaps(review.Losses, lost));
        if (audit.OldestEntry > 0)
            yield return new AuditFinding(AuditCode.Pruned, FirstEntry: audit.OldestEntry, Count: audit.OldestEntry);
        foreach (var reservation in review.Reservations)
            yield return reservation;
    }
}
