using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>Damage in the log beside the index costs what stands at that place and behind it.</summary>
public sealed class DamagedIndexLogTests : IDisposable
{
    private const int Step = 1500;

    private readonly TemporaryDirectory _directory = new();
    private readonly EvictedLog _log;

    public DamagedIndexLogTests() => _log = new EvictedLog(_directory.File("log"), _directory.File("left"));

    private string Damaged => _directory.File("damaged");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_byte_flipped_anywhere_in_it_costs_nothing_of_what_stands_before()
    {
        var random = new Random(1);
        for (var at = 0L; at < _log.LogLength; at += random.Next(1, 2 * Step))
            Try(at, length: 1);
    }

    [Fact]
    public void A_page_torn_in_half_costs_nothing_of_what_stands_before()
    {
        for (var at = 0L; at < _log.LogLength; at += 4096)
            Try(at, length: 2048);
    }

    private void Try(long at, int length)
    {
        _log.CopyTo(Damaged);
        using (var file = File.Open(Path.Combine(Damaged, "index.db-wal"), FileMode.Open))
        {
            var bytes = new byte[length];
            file.Position = at;
            var read = file.Read(bytes);
            file.Position = at;
            file.Write(Array.ConvertAll(bytes[..read], b => (byte)(b ^ 0x10)));
        }

        var told = _log.RequireGoesOn(Damaged, _log.ReceiptsWith(at), $"byte {at}");
        Assert.True(told.Count > 0 || _log.HasAllReceipts(Damaged), $"byte {at}: something is lost and not told");
    }
}
