using System.Text;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Ledger.Tests;
using Edge.Verify.Audit;
using Edge.Verify.Inputs;

namespace Edge.Verify.Tests.Audit;

public sealed class DirectoryAuditTests : IDisposable
{
    private readonly AuditScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_log_as_it_was_exported_is_valid_and_all_in_it_is_counted()
    {
        var result = _scene.Audit();

        Assert.Equal((Outcome.Valid, 615UL, 0UL, 4), (result.Outcome, result.Checked, result.Oldest, result.Check.Cosigners.Count));
        Assert.Equal((567UL, 4UL, 2UL, 1UL, 1UL, 20UL, 20UL), (
            result.Review.Readings, result.Review.Count(EntryKind.Seal), result.Review.Count(EntryKind.Boot), result.Review.Count(EntryKind.Gap),
            result.Review.Count(EntryKind.Clock), result.Review.Count(EntryKind.Configuration), result.Review.Count(EntryKind.Calibration)));
        Assert.Equal(10, result.Review.Channels.Count());
        Assert.Equal(new QualityCounts(565, 1, 1, 1), result.Review.Channels.Aggregate(default(QualityCounts), (sum, c) =>
            new QualityCounts(sum.Good + c.Counts.Good, sum.Uncertain + c.Counts.Uncertain, sum.Bad + c.Counts.Bad, sum.Absent + c.Counts.Absent)));
        Assert.Equal(7UL, result.Folder.Files);
    }

    [Theory]
    [InlineData("tile/0/000", AuditCode.TileDiffers)]
    [InlineData("tile/0/002" + AuditScene.Partial, AuditCode.TileDiffers)]
    [InlineData("tile/1/000.p/2", AuditCode.TileDiffers)]
    [InlineData("tile/entries/001", AuditCode.EntryDiffers)]
    [InlineData("tile/entries/002" + AuditScene.Partial, AuditCode.EntryDiffers)]
    public void One_bit_in_any_file_is_found_in_that_file(string path, AuditCode code)
    {
        _scene.Flip(path, 40);

        Assert.Equal((code, path), Only(_scene.Audit()));
    }

    [Theory]
    [InlineData("tile/0/000")]
    [InlineData("tile/0/002" + AuditScene.Partial)]
    [InlineData("tile/1/000.p/2")]
    [InlineData("tile/entries/001")]
    [InlineData("tile/entries/002" + AuditScene.Partial)]
    public void A_file_that_is_missing_or_cut_or_lengthened_or_of_another_width_is_named(string path)
    {
        _scene.Change(path, bytes => [.. bytes, 0]);
        Assert.Equal((AuditCode.WrongLength, path), Only(_scene.Audit()));
        _scene.Change(path, bytes => bytes[..^2]);
        Assert.Equal((AuditCode.WrongLength, path), Only(_scene.Audit()));
        _scene.Change(path, _ => []);
        Assert.Equal((AuditCode.WrongLength, path), Only(_scene.Audit()));
        File.Delete(_scene.At(path));
        Assert.Equal((AuditCode.Missing, path), Only(_scene.Audit()));
        Directory.CreateDirectory(_scene.At(path));
        Assert.Equal((AuditCode.Missing, path), Only(_scene.Audit()));
    }

    [Fact]
    public void A_partial_tile_under_another_width_is_missing_and_extra()
    {
        File.Move(_scene.At("tile/1/000.p/2"), _scene.At("tile/1/000.p/3"));

        Assert.Equal([(AuditCode.Missing, "tile/1/000.p/2"), (AuditCode.ExtraFile, "tile/1/000.p/3")], _scene.Audit().Findings.Select(f => (f.Code, f.Path)));
    }

    [Fact]
    public void Swapped_files_are_both_named()
    {
        _scene.Swap("tile/entries/000", "tile/entries/001");
        Assert.Equal([(AuditCode.EntryDiffers, "tile/entries/000"), (AuditCode.EntryDiffers, "tile/entries/001")], _scene.Audit().Findings.Where(f => f.IsFault).Select(f => (f.Code, f.Path)));

        _scene.Swap("tile/entries/000", "tile/entries/001");
        _scene.Swap("tile/0/000", "tile/0/001");
        Assert.Equal([(AuditCode.TileDiffers, "tile/0/000"), (AuditCode.TileDiffers, "tile/0/001")], _scene.Audit().Findings.Select(f => (f.Code, f.Path)));
    }

    [Fact]
    public void One_altered_entry_leaves_no_other_unchecked_and_what_is_in_force_is_unknown_from_there_on()
    {
        _scene.Flip("tile/entries/001", 40);

        var result = _scene.Audit();

        Assert.Equal((614UL, 566UL), (result.Checked, result.Review.Readings));
        Assert.Equal((AuditCode.EntryDiffers, 256UL, 1UL), Said(result.Findings[0]));
        // The next start, 50 readings and their seal are entries 376 to 448.
        var (code, first, count) = Said(result.Findings[1]);
        Assert.Equal((AuditCode.ContextUnchecked, 257UL), (code, first));
        Assert.InRange(count, 100UL, 175UL);
    }

    [Fact]
    public void Two_altered_entries_of_a_bundle_are_both_named()
    {
        _scene.Flip("tile/entries/001", 40);
        _scene.Change("tile/entries/001", bytes =>
        {
            bytes[^1] ^= 1;
            return bytes;
        });

        var result = _scene.Audit();

        Assert.Equal([(AuditCode.EntryDiffers, 256UL, 1UL), (AuditCode.EntryDiffers, 511UL, 1UL)], result.Findings.Where(f => f.IsFault).Select(Said));
        Assert.Equal(613UL, result.Checked);
    }

    [Fact]
    public void Files_that_are_not_of_this_tree_are_a_reservation()
    {
        foreach (var path in new[] { "tile/0/003", "tile/notes.txt", "tile/0/000.part" })
            File.WriteAllText(_scene.At(path), "");

        var result = _scene.Audit();

        Assert.Equal(Outcome.ValidBut, result.Outcome);
        Assert.Equal(["tile/0/000.part", "tile/0/003", "tile/notes.txt"], result.Findings.Select(f => f.Path).Order(StringComparer.Ordinal));
        Assert.All(result.Findings, f => Assert.Equal(AuditCode.ExtraFile, f.Code));
    }

    [Fact]
    public void Of_a_pruned_log_it_is_said_from_where_on_it_was_checked()
    {
        File.Delete(_scene.At("tile/entries/000"));

        var result = _scene.Audit();

        Assert.Equal((Outcome.ValidBut, 256UL, 359UL), (result.Outcome, result.Oldest, result.Checked));
        Assert.Equal((AuditCode.Pruned, 256UL), (result.Findings[0].Code, result.Findings[0].FirstEntry));
        // The boot before is gone: until the next one nobody knows what is in force.
        Assert.Equal((AuditCode.ContextUnchecked, 256UL), (result.Findings[1].Code, result.Findings[1].FirstEntry));
        Assert.InRange(result.Findings[1].Count, 100UL, 150UL);
    }

    [Fact]
    public void Another_logs_checkpoint_and_another_history_do_not_fit()
    {
        using var other = new AuditScene(day => day.Measure(590, "other"));
        File.Copy(other.At("checkpoint"), _scene.At("checkpoint"), overwrite: true);
        Assert.Contains(_scene.Audit().Findings, f => f.Code is AuditCode.Missing or AuditCode.RootDiffers);

        var forged = _scene.Checkpoint with { Size = _scene.Size, Root = TreeHasher.Sha256.EmptyRoot };
        _scene.Write("checkpoint", AuditScene.Keys.Cosigned(forged, AuditScene.Keys.Gateway, 1, 0, 1, 2));
        Assert.Equal((AuditCode.RootDiffers, ""), Only(_scene.Audit()));
    }

    [Fact]
    public void A_checkpoint_is_believed_as_the_policy_says()
    {
        var (keys, checkpoint) = (AuditScene.Keys, _scene.Checkpoint);
        Check(AuditCode.NoQuorum, keys.Cosigned(checkpoint, keys.Gateway, 1, 0, 1));
        Check(AuditCode.GatewayUnknown, keys.Cosigned(checkpoint with { Origin = "city.example/gw-2" }, keys.Gateway, 1, 0, 1, 2));
        Check(AuditCode.NotAGateway, keys.Cosigned(checkpoint with { Origin = "city.example" }, keys.City, 1, 0, 1, 2));
        Check(AuditCode.GatewaySignature, keys.Cosigned(checkpoint, new TestKeys(100).Gateway, 1, 0, 1, 2));
        Check(AuditCode.GatewaySignature, Broken(keys.Cosigned(checkpoint, keys.Gateway, 1, 0, 1, 2), 0));
        Check(AuditCode.DepartmentSignature, Broken(keys.Cosigned(checkpoint, keys.Gateway, 1, 0, 1, 2), 2));

        void Check(AuditCode code, SignedNote note)
        {
            _scene.Write("checkpoint", note);
            Assert.Equal((code, ""), Only(_scene.Audit()));
        }
    }

    [Fact]
    public void A_policy_that_asks_for_nobody_proves_no_time() => Assert.Equal(
        AuditCode.NoUpperBound,
        Assert.Single(_scene.Audit(TrustPolicy.Parse(Encoding.UTF8.GetBytes($"log {AuditScene.Keys.Gateway.Verifier}\nquorum none\n"))).Findings).Code);

    [Fact]
    public void Without_a_readable_checkpoint_nothing_is_checked()
    {
        File.WriteAllText(_scene.At("checkpoint"), "nonsense");
        Assert.Equal(InputFault.Malformed, Assert.Throws<InputException>(() => _scene.Audit()).Fault);
        File.Delete(_scene.At("checkpoint"));
        Assert.Equal(InputFault.NotFound, Assert.Throws<InputException>(() => _scene.Audit()).Fault);
    }

    private static (AuditCode, ulong, ulong) Said(AuditFinding finding) => (finding.Code, finding.FirstEntry!.Value, finding.Count);

    private static (AuditCode, string) Only(AuditResult result)
    {
        Assert.Equal((Outcome.Invalid, 1UL), (result.Outcome, result.FaultCount));
        var finding = Assert.Single(result.Findings, f => f.IsFault);
        return (finding.Code, finding.Path);
    }

    private static SignedNote Broken(SignedNote note, int signature) => new(note.Text, [.. note.Signatures.Select((s, i) =>
    {
        var blob = s.Blob.ToArray();
        blob[^1] ^= i == signature ? (byte)1 : (byte)0;
        return s with { Blob = blob };
    })]);
}
