using Edge.Gateway.Configuration;
using Edge.Gateway.Export;
using Edge.Gateway.Tests.Evidence;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Notes;
using Edge.Ledger.Tiles;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Tests.Export;

public sealed class TileExportTests : IDisposable
{
    private readonly ExportedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0UL)]
    [InlineData(1UL)]
    [InlineData(255UL)]
    [InlineData(256UL)]
    [InlineData(257UL)]
    [InlineData(65_535UL)]
    [InlineData(65_536UL)]
    [InlineData(65_537UL)]
    [InlineData(70_000UL)]
    public void A_log_of_any_size_is_exported_whole(ulong size)
    {
        using var log = new SizedLog(size);

        var sum = Export(log.Folder);

        Assert.Equal(size, _folder.Check().Size);
        Assert.Equal((ulong)_folder.Files.Count, sum.Bundles + sum.Tiles);
        Assert.Equal((sum.Bundles + sum.Tiles, _folder.Files.Sum(f => new FileInfo(_folder.At(f)).Length)), (sum.Written, sum.Bytes));
    }

    [Fact]
    public void A_gateways_log_is_exported_under_what_the_city_accepted_and_on_demand_under_the_newest_it_signed()
    {
        using var city = new ModelCity();
        using var rig = new WriterRig(new SealSettings { Entries = 50 });
        rig.PutAndTick(400);
        city.Anchor(rig);
        var accepted = rig.Log.Size;
        rig.PutAndTick(400);

        var sum = Export(rig.Configuration.Store.Folder);
        Assert.Equal((true, accepted, 5), (sum.Under.IsAccepted, _folder.Check().Size, _folder.Note.Signatures.Count));
        Assert.True(city.PolicyFor(rig.Signer).Check(_folder.Note, rig.Signer.Name).IsAccepted);

        var held = File.ReadAllBytes(_folder.At("checkpoint"));
        Assert.Contains("which none has accepted yet", Assert.Throws<ExportException>(() => Export(rig.Configuration.Store.Folder, newest: true)).Message, StringComparison.Ordinal);
        Assert.Equal(held, File.ReadAllBytes(_folder.At("checkpoint")));

        Directory.Delete(_folder.Path, recursive: true);
        sum = Export(rig.Configuration.Store.Folder, newest: true);
        Assert.Equal((false, rig.Log.View.Store.NewestCheckpoint()!.Value.Size, 1), (sum.Under.IsAccepted, _folder.Check().Size, _folder.Note.Signatures.Count));

        Assert.Contains("run it again later, or with --newest", Refusal(rig.Configuration.Store.Folder), StringComparison.Ordinal);
        city.Anchor(rig);
        sum = Export(rig.Configuration.Store.Folder);
        Assert.Equal((true, 5, 0UL), (sum.Under.IsAccepted, _folder.Note.Signatures.Count, sum.Written));
    }

    [Fact]
    public void A_file_or_a_pipe_where_the_folder_belongs_is_in_the_way()
    {
        using var log = new SizedLog(10);
        File.WriteAllText(_folder.Path, "");

        Assert.Contains("is in the way", Refusal(log.Folder), StringComparison.Ordinal);
        File.Delete(_folder.Path);
    }

    [Fact]
    public void Before_the_first_receipt_the_newest_signed_checkpoint_serves()
    {
        using var log = new SizedLog(10);

        Assert.False(Export(log.Folder).Under.IsAccepted);
    }

    [Fact]
    public void A_second_export_adds_what_is_new_and_takes_old_partial_tiles_away()
    {
        using var log = new SizedLog(600);
        Export(log.Folder);
        var full = File.GetLastWriteTimeUtc(_folder.At("tile/0/001"));
        Assert.Equal(0UL, Export(log.Folder).Written);

        log.Grow(500);
        var sum = Export(log.Folder);

        // Two bundles and two tiles became full; one of each and one above are partial.
        Assert.Equal((1100UL, 7UL), (_folder.Check().Size, sum.Written));
        Assert.Equal(full, File.GetLastWriteTimeUtc(_folder.At("tile/0/001")));
    }

    [Fact]
    public void What_is_missing_in_the_folder_is_written_again()
    {
        using var log = new SizedLog(600);
        Export(log.Folder);
        File.Delete(_folder.At("tile/entries/001"));
        File.WriteAllBytes(_folder.At("tile/0/001"), new byte[100]);

        Assert.Equal(2UL, Export(log.Folder).Written);
        _folder.Check();
    }

    [Fact]
    public void Files_of_an_export_that_was_broken_off_are_compared_before_they_are_used()
    {
        using var log = new SizedLog(600);
        using var other = new SizedLog(600, "city.example/gw-2", "other");
        Export(other.Folder);
        File.Delete(_folder.At("checkpoint"));
        File.WriteAllBytes(_folder.At("checkpoint.part"), [1, 2, 3]);
        File.WriteAllBytes(_folder.At("tile/0/000.part"), [1, 2, 3]);

        Export(log.Folder);
        _folder.Check();
    }

    [Fact]
    public void A_folder_of_another_log_or_another_history_or_something_else_is_refused_and_left_as_it_is()
    {
        using var log = new SizedLog(600);
        using var other = new SizedLog(600, "city.example/gw-2");
        using var forked = new SizedLog(700, mark: "other");
        using var shorter = new SizedLog(300);
        Export(log.Folder);
        var before = File.ReadAllBytes(_folder.At("checkpoint"));

        Assert.Equal($"{_folder.Path} holds the log of city.example/gw-1, this is the log of city.example/gw-2. Name another folder.", Refusal(other.Folder));
        Assert.Contains("its first 600 entries have another root", Refusal(forked.Folder), StringComparison.Ordinal);
        Assert.Contains("holds 600 entries, this log has only 300", Refusal(shorter.Folder), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_folder.At("checkpoint")));
        _folder.Check();

        File.WriteAllText(_folder.At("checkpoint"), "nonsense\n");
        Assert.Contains("checkpoint is not a checkpoint", Refusal(log.Folder), StringComparison.Ordinal);
        Directory.Delete(_folder.At("tile"), recursive: true);
        File.Move(_folder.At("checkpoint"), _folder.At("letter.txt"));
        Assert.Contains("holds something else (letter.txt)", Refusal(log.Folder), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_exports_into_one_folder_do_not_work_at_once()
    {
        using var log = new SizedLog(600);
        string? refusal = null;
        using var reader = LogFolder.OpenReader(log.Folder);

        new TileExport(new LogView(reader), ExportWords.English, _ => refusal ??= Refusal(log.Folder)).Write(_folder.Path, false, CancellationToken.None);

        Assert.Equal($"Another export is at work in {_folder.Path}. Wait for its end.", refusal);
        _folder.Check();
    }

    [Fact]
    public void The_gateway_may_write_on_while_its_log_is_exported()
    {
        using var log = new SizedLog(1000);
        using var reader = LogFolder.OpenReader(log.Folder);

        new TileExport(new LogView(reader), ExportWords.English, _ => log.Grow(300)).Write(_folder.Path, false, CancellationToken.None);

        Assert.Equal((1000UL, 2200UL), (_folder.Check().Size, log.Log.Size));
    }

    [Fact]
    public void Only_entries_that_were_evicted_are_not_there_and_the_first_that_is_is_said()
    {
        using var log = new SizedLog(0);
        for (var i = 0; i < 10; i++)
            log.Grow(100);
        log.Log.Evict(350);

        var sum = Export(log.Folder);

        Assert.Equal((300UL, 300UL, 1UL), (log.Log.View.Store.Extent.Oldest, sum.FirstEntry, sum.Incomplete));
        Assert.False(File.Exists(_folder.At("tile/entries/001")));
        Assert.True(File.Exists(_folder.At("tile/remains/001")));
        _folder.Check();
        Assert.Equal((sum.Bundles + sum.Incomplete + sum.Tiles, _folder.Files.Sum(f => new FileInfo(_folder.At(f)).Length)), (sum.Written, sum.Bytes));
        Assert.Equal(0UL, Export(log.Folder).Written);
    }

    [Fact]
    public void An_entry_evicted_during_the_export_is_left_out_too()
    {
        using var log = new SizedLog(0);
        for (var i = 0; i < 10; i++)
            log.Grow(100);
        using var reader = LogFolder.OpenReader(log.Folder);

        var sum = new TileExport(new LogView(reader), ExportWords.English, done => log.Log.Evict(done == 256 ? 700UL : 0)).Write(_folder.Path, false, CancellationToken.None);

        Assert.Equal(700UL, sum.FirstEntry);
        Assert.True(File.Exists(_folder.At("tile/0/002")));
    }

    [Fact]
    public void What_was_left_of_a_bundle_goes_when_the_bundle_is_there()
    {
        using var log = new SizedLog(600);
        Export(log.Folder);
        Directory.CreateDirectory(_folder.At("tile/remains"));
        File.WriteAllBytes(_folder.At("tile/remains/000"), RemainsFile.Write(new Dictionary<int, byte[]> { [0] = [1] }));

        Export(log.Folder);

        _folder.Check();
    }

    [Fact]
    public void What_was_left_of_a_bundle_is_believed_only_where_it_is_what_was_logged()
    {
        using var log = new SizedLog(600);
        Directory.CreateDirectory(_folder.At("tile/remains"));
        File.WriteAllBytes(_folder.At("tile/remains/000"), RemainsFile.Write(new Dictionary<int, byte[]> { [7] = "7"u8.ToArray(), [8] = "other"u8.ToArray() }));
        log.Grow(600);
        log.Log.Evict(600);

        Export(log.Folder);

        var left = new System.Buffers.ArrayBufferWriter<byte>();
        Assert.Equal([7], RemainsFile.TryRead(File.ReadAllBytes(_folder.At("tile/remains/000")), left));
        Assert.Equal([0, 1, (byte)'7'], left.WrittenSpan.ToArray());
    }

    [Fact]
    public void A_log_without_a_signature_is_not_exported()
    {
        using var log = new SizedLog(0);
        using var folder = new Testing.TemporaryDirectory();
        using (MerkleLog.Open(folder.File("new.db")))
            Assert.Contains("nothing is signed yet", Refusal(folder.File("new.db")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "300 entries of city.example/gw-1 in 2 bundles and 3 tiles, ")]
    [InlineData("zh", "city.example/gw-1 的 300 条日志条目，2 个条目包和 3 个哈希块")]
    public void The_sum_is_said_in_both_languages(string language, string words)
    {
        using var log = new SizedLog(300);
        var sum = Export(log.Folder);

        Assert.StartsWith($"here{(language == "en" ? ": " : "：")}{words}", (language == "en" ? ExportWords.English : ExportWords.Chinese).Done(sum, "here"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_export_looks_at_the_lengths_of_what_is_there_and_says_that_it_looked_at_no_more()
    {
        using var log = new SizedLog(600);
        Assert.DoesNotContain("lengths", ExportWords.English.Done(Export(log.Folder), "here"), StringComparison.Ordinal);
        File.WriteAllBytes(_folder.At("tile/entries/000"), File.ReadAllBytes(_folder.At("tile/entries/000"))[..5]);
        File.AppendAllText(_folder.At("tile/entries/001"), "more");

        var sum = Export(log.Folder);

        Assert.Equal(2UL, sum.Written);
        Assert.Contains("only the lengths were checked; what is in them: edge-verify", ExportWords.English.Done(sum, "here"), StringComparison.Ordinal);
        _folder.Check();
    }

    [Fact]
    public void While_an_export_is_at_work_no_other_begins_whatever_becomes_of_its_files()
    {
        using var log = new SizedLog(600);
        using var reader = LogFolder.OpenReader(log.Folder);
        string? refusal = null;

        new TileExport(new LogView(reader), ExportWords.English, _ =>
        {
            File.Delete(_folder.At("checkpoint.part"));
            refusal ??= Refusal(log.Folder);
        }).Write(_folder.Path, false, CancellationToken.None);

        Assert.Contains("Another export is at work", refusal, StringComparison.Ordinal);
        _folder.Check();
    }

    private ExportSum Export(string file, bool newest = false)
    {
        using var reader = LogFolder.OpenReader(file);
        return new TileExport(new LogView(reader), ExportWords.English, _ => { }).Write(_folder.Path, newest, CancellationToken.None);
    }

    private string Refusal(string file) => Assert.Throws<ExportException>(() => Export(file)).Message;
}
