using System.Buffers;
using System.Text;
using Edge.Gateway.Tests.Budget;
using Edge.Ledger.City.Historian;
using Edge.Ledger.Historian;
using Edge.Ledger.Tiles;
using Edge.Store;
using Edge.Testing;

namespace Edge.Ledger.City.Tests.Historian;

public sealed class EntryArchiveTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    private string File => _folder.File("historian.archive");

    private static ArrivedEntries Entries(string gateway, ulong first, params string[] entries)
    {
        var bundle = new ArrayBufferWriter<byte>();
        foreach (var entry in entries)
            EntryBundle.Write(bundle, Encoding.UTF8.GetBytes(entry));
        return new ArrivedEntries(gateway, EntriesMessage.Parse(EntriesMessage.Write(first, bundle.WrittenSpan)));
    }

    private string[] Rows(string gateway, ulong first = 0, ulong last = ulong.MaxValue)
    {
        using var reader = new ArchiveReader(File);
        return [.. reader.Entries(gateway, first, last).Select(e => $"{e.Index} {Encoding.UTF8.GetString(e.Entry)}")];
    }

    [Fact]
    public void What_was_put_is_there_after_a_new_start_each_once_and_under_its_gateway()
    {
        using (var archive = new EntryArchive(File))
        {
            Assert.Empty(archive.Put([Entries("gw-1", 5, "f", "g"), Entries("gw-2", 0, "x"), Entries("gw-1", 0, "a", "b")]));
            Assert.Empty(archive.Put([Entries("gw-1", 1, "b", "c"), Entries("gw-1", 0, "a", "b"), Entries("gw-1", 9)]));
            Assert.Equal([new IndexSpan(0, 3), new IndexSpan(5, 7)], archive.Held("gw-1").Spans);
        }

        using var again = new EntryArchive(File);
        Assert.Equal(["gw-1", "gw-2"], again.Gateways.Order());
        Assert.Equal([new IndexSpan(0, 3), new IndexSpan(5, 7)], again.Held("gw-1").Spans);
        Assert.Equal([new IndexSpan(0, 1)], again.Held("gw-2").Spans);
        Assert.Empty(again.Held("gw-3").Spans);
        Assert.Equal(["0 a", "1 b", "2 c", "5 f", "6 g"], Rows("gw-1"));
        Assert.Equal(["2 c", "5 f"], Rows("gw-1", 2, 5));
        Assert.Equal(["0 x"], Rows("gw-2"));
    }

    [Fact]
    public void Another_entry_at_an_index_is_told_and_nothing_of_its_message_is_kept()
    {
        using var archive = new EntryArchive(File);
        archive.Put([Entries("gw-1", 0, "a", "b")]);

        var told = archive.Put([Entries("gw-1", 1, "B", "c"), Entries("gw-1", 2, "c"), Entries("gw-1", 2, "C"), Entries("gw-2", 1, "B")]);

        Assert.Equal([new Contradiction("gw-1", 1), new Contradiction("gw-1", 2)], told);
        Assert.Equal(["0 a", "1 b", "2 c"], Rows("gw-1"));
        Assert.Equal(["1 B"], Rows("gw-2"));
        Assert.Equal([new IndexSpan(0, 3)], archive.Held("gw-1").Spans);
    }

    [Fact]
    public void What_could_not_be_stored_is_not_held()
    {
        using var archive = new EntryArchive(File);
        archive.Put([Entries("gw-1", 0, "a")]);
        using (var other = Edge.Store.Sqlite.SqliteFile.Open(File, new Edge.Store.Sqlite.SqliteFormat("historian's archive", 0x45_64_67_48, 1, "")))
        {
            using var command = other.CreateCommand();
            command.CommandText = "CREATE TRIGGER full BEFORE INSERT ON held BEGIN SELECT RAISE(FAIL, 'no room'); END";
            command.ExecuteNonQuery();

            Assert.Throws<StoreException>(() => archive.Put([Entries("gw-1", 1, "b"), Entries("gw-2", 0, "x")]));

            command.CommandText = "DROP TRIGGER full";
            command.ExecuteNonQuery();
        }

        Assert.Equal([new IndexSpan(0, 1)], archive.Held("gw-1").Spans);
        Assert.Equal(["gw-1"], archive.Gateways);
        Assert.Equal(["0 a"], Rows("gw-1"));
        Assert.Empty(archive.Put([Entries("gw-1", 1, "b")]));
        Assert.Equal(["0 a", "1 b"], Rows("gw-1"));
    }

    [RootFact]
    public async Task On_a_full_disk_it_says_that_the_disk_is_full_and_goes_on_when_it_is_not()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 2);
        var file = Path.Combine(disk.Path, "historian.archive");
        using (var archive = new EntryArchive(file))
        {
            archive.Put([Entries("gw-1", 0, "a")]);
            disk.Fill();
            var entry = new string('b', 50_000);

            for (var attempt = 0; attempt < 2; attempt++)
                Assert.StartsWith($"{file}: the disk is full.", Assert.Throws<StoreUnavailableException>(() => archive.Put([Entries("gw-1", 1, entry, entry)])).Message, StringComparison.Ordinal);
            Assert.Equal([new IndexSpan(0, 1)], archive.Held("gw-1").Spans);

            disk.GiveBack();
            Assert.Empty(archive.Put([Entries("gw-1", 1, entry, entry)]));
            disk.Fill();
            Assert.Throws<StoreUnavailableException>(() => archive.Put([Entries("gw-1", 3, entry, entry), Entries("gw-1", 5, entry, entry), Entries("gw-1", 7, entry, entry)]));
        }

        disk.GiveBack();
        using var again = new EntryArchive(file);
        Assert.Equal([new IndexSpan(0, 3)], again.Held("gw-1").Spans);
    }

    public void Dispose() => _folder.Dispose();
}
