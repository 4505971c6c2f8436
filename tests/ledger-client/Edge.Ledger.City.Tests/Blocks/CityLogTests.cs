using Edge.Ledger.City.Blocks;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Store;
using Edge.Testing;

namespace Edge.Ledger.City.Tests.Blocks;

public sealed class CityLogTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddDays(20000);

    private readonly CityKeys _keys = new("gw-1", "gw-2");
    private readonly MemoryAnchorLog _gateway = new(CityKeys.Gateway("gw-1"));
    private readonly TemporaryDirectory _folder = new();
    private CityLog _log;

    public CityLogTests() => _log = Open();

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    private CityLog Open() => CityLog.Open(_folder.Path, _keys.City, TimeProvider.System);

    private void Restart()
    {
        _log.Dispose();
        _log = Open();
    }

    private SignedNote Accepted(int entries = 3) => _keys.Cosign(_gateway.Seal(entries), Now, 0, 1, 2);

    private FinishedBlock Finish() => _log.Finish(_keys.Cosign(_log.Pending!.Note, Now, 1, 2, 3));

    private FinishedBlock Make(params SignedNote[] anchors)
    {
        _log.Append(anchors);
        return Finish();
    }

    private CityBlock Verified(FinishedBlock block)
    {
        var read = CityBlock.Verify(block.Block.ToBytes(), _keys.Policy, CityKeys.Domain, out var reason);
        Assert.True(read is not null, reason);
        return read;
    }

    private Receipt Verified(TlogProof receipt, string gateway = "gw-1")
    {
        var read = Receipt.Verify(receipt.ToBytes(), _keys.Policy, CityKeys.Origin(gateway), out var problem);
        Assert.True(read is not null, problem.ToString());
        return read;
    }

    [Fact]
    public void Makes_blocks_that_verify_and_point_to_the_one_before()
    {
        var first = Verified(Make());
        Assert.Equal((0ul, default(Hash32)), (first.Header.Height, first.Header.Previous));
        var second = Verified(Make(Accepted()));
        Assert.Equal((1ul, first.Hash), (second.Header.Height, second.Header.Previous));
        Restart();
        var third = Verified(Make());
        Assert.Equal((2ul, second.Hash), (third.Header.Height, third.Header.Previous));
        Assert.True(ConsistencyProof.Verify(TreeHasher.Sha256, 1, first.Proof.Block.Checkpoint!.Root, 4, third.Proof.Block.Checkpoint!.Root, [.. _log.Consistency(1, 4)]));
    }

    [Fact]
    public void Gives_a_receipt_that_verifies_and_the_same_each_time()
    {
        Make();
        var anchor = Accepted();
        using var other = CityKeys.Gateway("gw-2");
        var block = Make(anchor, _keys.Cosign(new MemoryAnchorLog(other).Seal(9), Now, 0, 2, 3));

        Assert.Equal(["gw-1", "gw-2"], block.Receipts.Select(r => r.Origin.GatewayId));
        Assert.Equal(Checkpoint.Parse(anchor), Verified(block.Receipts[0].Receipt).Checkpoint);
        Assert.Equal(9ul, Verified(block.Receipts[1].Receipt, "gw-2").Checkpoint.Size);
        Make();
        Restart();
        Assert.Equal(block.Receipts[0].Receipt.ToBytes(), _log.FindReceipt(Checkpoint.Parse(anchor))!.ToBytes());
    }

    [Fact]
    public void Goes_on_with_the_pending_block_after_a_crash()
    {
        Make(Accepted());
        var anchor = Accepted();
        var pending = _log.Append([anchor]);
        Restart();

        Assert.Equal(pending.Note.ToBytes(), _log.Pending!.Note.ToBytes());
        Assert.Equal((pending.Header, pending.FirstLeaf), (_log.Pending.Header, _log.Pending.FirstLeaf));
        Assert.True(_log.IsOrdered(Checkpoint.Parse(anchor)));
        Assert.Null(_log.FindReceipt(Checkpoint.Parse(anchor)));
        Assert.Throws<InvalidOperationException>(() => _log.Append([]));
        Assert.Equal(6ul, Verified(Finish().Receipts[0].Receipt).Checkpoint.Size);
    }

    [Fact]
    public void Publishes_the_newest_block_again_after_a_restart()
    {
        Assert.Null(_log.NewestFinished());
        Make();
        var block = Make(Accepted());
        Restart();
        var again = _log.NewestFinished()!;
        Assert.Equal(block.Block.ToBytes(), again.Block.ToBytes());
        Assert.Equal(block.Receipts.Select(r => r.Receipt.ToBytes()), again.Receipts.Select(r => r.Receipt.ToBytes()));
        Assert.Null(_log.Pending);
    }

    [Fact]
    public void Knows_what_is_ordered()
    {
        var (first, second) = (Accepted(), Accepted());
        Make(first);
        Assert.True(_log.IsOrdered(Checkpoint.Parse(first)));
        Assert.False(_log.IsOrdered(Checkpoint.Parse(second)));
        Make(second);
        Assert.True(_log.IsOrdered(Checkpoint.Parse(first)));
        Assert.Null(_log.FindReceipt(Checkpoint.Parse(first)));
        Assert.NotNull(_log.FindReceipt(Checkpoint.Parse(second)));
    }

    [Fact]
    public void Does_not_finish_with_another_note()
    {
        _log.Append([]);
        Assert.Throws<InvalidOperationException>(() => _log.Finish(Accepted()));
        Assert.NotNull(_log.Pending);
    }

    [Fact]
    public void Refuses_another_citys_key()
    {
        Make();
        _log.Dispose();
        using var other = CityKeys.Signer("power.example", KeyType.Ed25519);
        var e = Assert.Throws<StoreException>(() => CityLog.Open(_folder.Path, other, TimeProvider.System));
        Assert.Contains("water.example", e.Message, StringComparison.Ordinal);
        _log = Open();
    }

    [Fact]
    public void Makes_its_index_anew_from_the_log()
    {
        var anchor = Accepted();
        var receipt = Assert.Single(Make(anchor).Receipts).Receipt;
        Make();
        _log.Dispose();
        foreach (var file in Directory.GetFiles(_folder.Path, "city.index*"))
            File.Delete(file);
        _log = Open();
        Assert.True(_log.IsOrdered(Checkpoint.Parse(anchor)));
        Assert.Equal(receipt.ToBytes(), _log.FindReceipt(Checkpoint.Parse(anchor))!.ToBytes());
    }

    [Fact]
    public void Says_what_to_do_about_a_damaged_index()
    {
        Make(Accepted());
        _log.Dispose();
        var index = Path.Combine(_folder.Path, "city.index");
        using (var file = File.OpenWrite(index))
        {
            file.Position = 4096;
            file.Write(new byte[4096]);
        }
        Assert.Contains($"delete {index}", Assert.ThrowsAny<StoreException>(Open).Message, StringComparison.Ordinal);
        File.Delete(index);
        _log = Open();
    }
}
