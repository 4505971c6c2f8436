using Edge.Gateway.Configuration;
using Edge.Gateway.Tests.Evidence;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Pipeline;

public sealed class BeaconTests : IDisposable
{
    private readonly ModelCity _city = new();
    private readonly WriterRig _rig = new(new SealSettings { Entries = 2 });

    [Fact]
    public void A_seal_names_the_newest_block_and_the_store_keeps_it()
    {
        var block = _city.Block(HandClock.Start);
        _rig.Beacons.Newest = block;
        _rig.PutAndTick(2);

        Assert.Equal(new Beacon(0, block.Hash), _rig.Entries().OfType<SealEntry>().Last().Beacon);
        Assert.Equal(block.Proof.Proof.Note.ToBytes(), _rig.Log.View.Store.FindBlock(block.Hash));
    }

    [Fact]
    public void Blocks_of_seals_only_go_forward_also_over_a_restart()
    {
        var older = _city.Block(HandClock.Start);
        var newer = _city.Block(HandClock.Start + 1);
        Seal(null);
        Seal(newer);
        Seal(older);
        _rig.StopAndStart();
        Seal(older);
        Seal(_city.Block(HandClock.Start + 2));

        Assert.Equal([null, null, 1, 1, 1, 1, 2], _rig.Entries().OfType<SealEntry>().Select(s => (int?)s.Beacon?.Height));
    }

    public void Dispose()
    {
        _rig.Dispose();
        _city.Dispose();
    }

    private void Seal(Edge.Ledger.City.CityBlock? block)
    {
        _rig.Beacons.Newest = block;
        _rig.PutAndTick(2);
    }
}
