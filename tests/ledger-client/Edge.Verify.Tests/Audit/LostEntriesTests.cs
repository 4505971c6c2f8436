using System.Text;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Tiles;
using Edge.Verify.Audit;

namespace Edge.Verify.Tests.Audit;

/// <summary>A log that lost entries to damage and tells so: what is left of their bundles is checked, and only what no gap tells of is missing.</summary>
public sealed class LostEntriesTests : IDisposable
{
    private const string Bundle = "tile/entries/001", Remains = "tile/remains/001";

    /// <summary>Entries 300 to 309, 320 and all of the third bundle were lost, in several gaps that overlap.</summary>
    private readonly AuditScene _scene = new(day =>
    {
        day.Boot("vkey");
        AuditScene.Readings(day, 300);
        day.Seal();
        Fill(day, 690);
        foreach (var lost in new LostEntries[] { new(512, 767 - 100), new(305, 309), new(300, 306), new(320, 320), new(600, 767) })
            day.Append(Gap(lost.Detail(), GapReason.StoreDamaged));
        // None of these tells of entries that were lost.
        day.Append(Gap(new LostEntries(310, 311).Detail(), GapReason.Evicted));
        day.Append(Gap("the entries 310 to 319 were damaged", GapReason.StoreDamaged));
        day.Append(Gap(new LostEntries(310, 5000).Detail(), GapReason.StoreDamaged));
        day.Seal();
    });

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void What_is_left_is_checked_and_what_the_log_tells_to_be_lost_is_a_reservation()
    {
        Lose(1, e => e is >= 300 and <= 309 or 320);
        Lose(2, _ => true);

        var result = _scene.Audit();

        Assert.Equal((Outcome.ValidBut, _scene.Size - 11 - 256), (result.Outcome, result.Checked));
        var lost = Assert.Single(result.Findings, f => f.Code == AuditCode.Lost);
        Assert.Equal((300UL, 267UL, GapsFrom(0, 5)), (lost.FirstEntry, lost.Count, lost.Detail));
        Assert.All(result.Findings, f => Assert.True(f.Code is AuditCode.Lost or AuditCode.ContextUnchecked));
    }

    [Theory]
    [InlineData(310)]
    [InlineData(319)]
    [InlineData(321)]
    [InlineData(256)]
    [InlineData(511)]
    public void One_entry_more_that_is_not_there_is_missing(int withheld)
    {
        Lose(1, e => e is >= 300 and <= 309 or 320 || e == (ulong)withheld);

        var result = _scene.Audit();

        var missing = Assert.Single(result.Findings, f => f.IsFault);
        Assert.Equal((AuditCode.Missing, Bundle, (ulong)withheld, 1UL), (missing.Code, missing.Path, missing.FirstEntry, missing.Count));
        Assert.Equal(11UL, Assert.Single(result.Findings, f => f.Code == AuditCode.Lost).Count);
    }

    [Fact]
    public void A_bundle_that_is_not_there_at_all_is_missing_but_for_what_is_told()
    {
        Lose(1, _ => true);

        var missing = _scene.Audit().Findings.Where(f => f.IsFault);

        Assert.Equal([(256UL, 44UL), (310UL, 10UL), (321UL, 191UL)], missing.Select(f => (f.FirstEntry!.Value, f.Count)));
        Assert.All(missing, f => Assert.Equal((AuditCode.Missing, Bundle), (f.Code, f.Path)));
    }

    [Fact]
    public void An_altered_entry_among_what_is_left_is_named()
    {
        Lose(1, e => e is >= 300 and <= 309 or 320);
        _scene.Change(Remains, bytes => { bytes[^1] ^= 1; return bytes; });

        var altered = Assert.Single(_scene.Audit().Findings, f => f.IsFault);

        Assert.Equal((AuditCode.EntryDiffers, Remains, 511UL, 1UL), (altered.Code, altered.Path, altered.FirstEntry, altered.Count));
    }

    [Fact]
    public void What_is_left_under_other_places_is_named()
    {
        Lose(1, e => e is >= 300 and <= 309 or 320);
        var first = Encoding.ASCII.GetByteCount("edge-remains/v1\n");
        // The entry that stands last before those that are lost says that it is the first of them.
        _scene.Change(Remains, bytes => { bytes[At(bytes, first, 43)] = 44; return bytes; });

        Assert.Equal([(AuditCode.EntryDiffers, Remains, 300UL), (AuditCode.Missing, Bundle, 299UL)],
            _scene.Audit().Findings.Where(f => f.IsFault).Select(f => (f.Code, f.Path, f.FirstEntry!.Value)).OrderByDescending(f => f.Item3));
    }

    [Fact]
    public void A_file_in_another_form_is_as_if_not_there()
    {
        Lose(1, e => e is >= 300 and <= 309 or 320);
        _scene.Change(Remains, bytes => bytes[..^1]);

        Assert.Equal([256UL, 310UL, 321UL], _scene.Audit().Findings.Where(f => f.IsFault).Select(f => f.FirstEntry!.Value));
    }

    [Fact]
    public void What_is_left_of_a_bundle_that_is_there_is_not_of_the_log()
    {
        Directory.CreateDirectory(_scene.At("tile/remains"));
        foreach (var path in new[] { "tile/remains/000", "tile/remains/003", "tile/remains/004" })
            File.WriteAllBytes(_scene.At(path), RemainsFile.Write(new Dictionary<int, byte[]> { [0] = [1] }));

        var result = _scene.Audit();

        Assert.Equal(
            [(AuditCode.ExtraFile, "tile/remains/000"), (AuditCode.ExtraFile, "tile/remains/003"), (AuditCode.ExtraFile, "tile/remains/004")],
            result.Findings.Select(f => (f.Code, f.Path)).OrderBy(f => f.Item2));
    }

    [Fact]
    public void Of_the_last_bundle_what_is_beyond_the_checkpoint_is_not_looked_at()
    {
        Lose(3, e => e == 900, beyond: [1, 2, 3]);

        var missing = Assert.Single(_scene.Audit().Findings, f => f.IsFault);

        Assert.Equal((AuditCode.Missing, $"tile/entries/003.p/{_scene.Size - 768}", 900UL, 1UL), (missing.Code, missing.Path, missing.FirstEntry, missing.Count));
    }

    [Fact]
    public void What_was_let_go_may_end_within_a_bundle()
    {
        Lose(0, _ => true);
        Lose(1, e => e < 350);

        var result = _scene.Audit();

        Assert.Equal((Outcome.ValidBut, 350UL, _scene.Size - 350), (result.Outcome, result.Oldest, result.Checked));
        Assert.Equal((AuditCode.Pruned, 350UL, 350UL), result.Findings.Where(f => f.Code != AuditCode.ContextUnchecked).Select(f => (f.Code, f.FirstEntry!.Value, f.Count)).Single());
    }

    [Fact]
    public void The_digest_of_the_folder_is_of_what_is_left_too()
    {
        Lose(1, e => e == 320);
        var before = FolderDigest.Of(_scene.Folder, _ => { });
        _scene.Change(Remains, bytes => { bytes[^1] ^= 1; return bytes; });

        Assert.NotEqual(Convert.ToHexString(before.Sha256), Convert.ToHexString(FolderDigest.Of(_scene.Folder, _ => { }).Sha256));
    }

    /// <summary>The indices of some of the gaps that tell of losses, which end the log.</summary>
    private string GapsFrom(int first, int count) => string.Join(", ", Enumerable.Range(first, count).Select(i => _scene.Size - 9 + (ulong)i));

    /// <summary>Takes a bundle away, and leaves what was not lost of it.</summary>
    private void Lose(ulong bundle, Func<ulong, bool> isLost, byte[]? beyond = null)
    {
        var width = (int)Math.Min(256, _scene.Size - (bundle * 256));
        var path = _scene.At(Tile.OfEntries(bundle, width).Path);
        var left = new Dictionary<int, byte[]>();
        var place = 0;
        foreach (var entry in new EntryBundle(File.ReadAllBytes(path)))
        {
            if (!isLost((bundle * 256) + (ulong)place))
                left.Add(place, entry.ToArray());
            place++;
        }

        if (beyond is not null)
            left.Add(place, beyond);
        File.Delete(path);
        if (left.Count == 0)
            return;
        Directory.CreateDirectory(_scene.At("tile/remains"));
        File.WriteAllBytes(_scene.At(RemainsFile.PathOf(Tile.OfEntries(bundle))), RemainsFile.Write(left));
    }

    /// <summary>Where the place of an entry stands.</summary>
    private static int At(byte[] file, int first, int place)
    {
        var at = first;
        while (file[at] != place)
            at += 3 + (file[at + 1] << 8) + file[at + 2];
        return at;
    }

    private static GapEntry Gap(string detail, GapReason why) => new([], null, null, why, detail);

    private static void Fill(Edge.Bench.Audit.GatewayDay day, int count)
    {
        for (var i = 0; i < count; i++)
            day.Append(Gap("", GapReason.PoweredOff));
    }
}
