using Edge.Sensors.Ads1x15;
using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Sharing;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;

namespace Edge.Sensors.Tests.Buses.Sharing;

public sealed class SharedI2cBusTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(50);

    private readonly SimulatedClock _clock = new();
    private readonly SimulatedI2cBus _copper = new("i2c-1");
    private readonly OccupiedBus _occupied;
    private readonly SharedI2cBus _bus;

    public SharedI2cBusTests()
    {
        _copper.Connect(new SimulatedAds1x15(Ads1x15Chip.Ads1115, 0x48, _clock));
        _copper.Connect(new SimulatedAds1x15(Ads1x15Chip.Ads1115, 0x49, _clock));
        _occupied = new OccupiedBus(_copper, _clock);
        _bus = new SharedI2cBus(_occupied, Timeout, _clock, _copper.Lines);
    }

    private I2cStatus Transfer(byte address = 0x48) => _bus.Transfer(address, [1], new byte[2]);

    private void Fail(I2cStatus status, int times, TimeSpan takes = default) => _occupied.Fails = _ => times-- > 0 ? (status, takes) : null;

    [Theory]
    [InlineData(I2cStatus.NoAcknowledge)]
    [InlineData(I2cStatus.ArbitrationLost)]
    [InlineData(I2cStatus.TimedOut)]
    [InlineData(I2cStatus.Short)]
    [InlineData(I2cStatus.BusStuck)]
    public void What_failed_for_a_passing_reason_is_tried_again_and_counted(I2cStatus status)
    {
        Fail(status, times: 2);
        Assert.Equal(I2cStatus.Ok, Transfer());
        Assert.Equal(3, _occupied.Tries.Count);
        var counts = _bus.Slot(0x48).Counts;
        Assert.Equal((2, 2), (counts.Retries, counts.NoAcknowledges + counts.Timeouts + counts.Others));
        Assert.Equal((status == I2cStatus.NoAcknowledge ? 2 : 0, status == I2cStatus.TimedOut ? 2 : 0), (counts.NoAcknowledges, counts.Timeouts));
    }

    [Theory]
    [InlineData(I2cStatus.Gone)]
    [InlineData(I2cStatus.Refused)]
    public void What_stays_so_is_not_tried_again(I2cStatus status)
    {
        Fail(status, times: 1);
        Assert.Equal(status, Transfer());
        Assert.Single(_occupied.Tries);
    }

    [Fact]
    public void A_transfer_is_tried_three_times_and_not_more()
    {
        Fail(I2cStatus.NoAcknowledge, times: 3);
        Assert.Equal(I2cStatus.NoAcknowledge, Transfer());
        Assert.Equal(3, _occupied.Tries.Count);
    }

    [Fact]
    public void Once_the_budget_is_spent_a_transfer_is_tried_once_until_time_has_brought_more()
    {
        var slot = _bus.Slot(0x48, new SlotSettings(null, RetriesPerMinute: 3));
        Fail(I2cStatus.NoAcknowledge, int.MaxValue);
        Transfer();
        Transfer();
        Assert.Equal(3 + 2, _occupied.Tries.Count);
        Assert.Equal((3, 1), (slot.Counts.Retries, slot.Counts.Unaffordable));
        // It is away, which is another thing than a device that often answers at the second time only.
        Assert.Null(slot.Unaffordable);

        Transfer();
        Assert.Equal(6, _occupied.Tries.Count);
        _clock.Advance(TimeSpan.FromSeconds(20));
        Transfer();
        Assert.Equal(8, _occupied.Tries.Count);
        _clock.Advance(TimeSpan.FromHours(1));
        Transfer();
        Transfer();
        Assert.Equal(8 + 5, _occupied.Tries.Count);
    }

    [Fact]
    public void A_device_that_answers_in_between_and_spends_its_budget_is_known_for_it()
    {
        var slot = _bus.Slot(0x48, new SlotSettings(null, RetriesPerMinute: 3));
        for (var i = 0; i < 3; i++)
        {
            Fail(I2cStatus.NoAcknowledge, times: 1);
            Assert.Equal(I2cStatus.Ok, Transfer());
        }

        Assert.Null(slot.Unaffordable);
        Fail(I2cStatus.NoAcknowledge, times: 1);
        Assert.Equal(I2cStatus.NoAcknowledge, Transfer());
        Assert.Null(slot.Unaffordable);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(I2cStatus.Ok, Transfer());
        Assert.Equal(TimeSpan.FromSeconds(2), slot.Unaffordable);
    }

    [Fact]
    public void A_device_that_was_unplugged_and_is_back_is_none_of_those_and_has_its_budget_again()
    {
        var slot = _bus.Slot(0x48, new SlotSettings(null, RetriesPerMinute: 6));
        Assert.Equal(I2cStatus.Ok, Transfer());
        for (var round = 0; round < 10; round++)
        {
            Fail(I2cStatus.NoAcknowledge, int.MaxValue);
            Assert.Equal(I2cStatus.NoAcknowledge, Transfer());
        }

        Fail(I2cStatus.NoAcknowledge, times: 0);
        Assert.Equal(I2cStatus.Ok, Transfer());
        for (var i = 0; i < 4; i++)
        {
            Fail(I2cStatus.NoAcknowledge, times: 1);
            Assert.Equal(I2cStatus.Ok, Transfer());
        }

        Assert.Null(slot.Unaffordable);
    }

    [Fact]
    public void A_device_that_goes_away_when_its_budget_is_spent_already_is_away_and_not_unsteady()
    {
        var slot = _bus.Slot(0x48, new SlotSettings(null, RetriesPerMinute: 0));
        Assert.Equal(I2cStatus.Ok, Transfer());
        for (var round = 0; round < 2; round++)
        {
            Fail(I2cStatus.NoAcknowledge, int.MaxValue);
            Assert.Equal(I2cStatus.NoAcknowledge, Transfer());
        }

        Fail(I2cStatus.NoAcknowledge, times: 0);
        Assert.Equal(I2cStatus.Ok, Transfer());

        Assert.Null(slot.Unaffordable);
    }

    [Fact]
    public void The_budget_of_one_device_is_not_anothers()
    {
        _bus.Slot(0x49, new SlotSettings(null, RetriesPerMinute: 0));
        Fail(I2cStatus.NoAcknowledge, int.MaxValue);
        Transfer(0x49);
        Transfer(0x48);
        Assert.Equal([0x49, 0x48, 0x48, 0x48], _occupied.Tries);
        Assert.Equal((1, 0, 3, 2), (_bus.Slot(0x49).Counts.NoAcknowledges, _bus.Slot(0x49).Counts.Retries, _bus.Slot(0x48).Counts.NoAcknowledges, _bus.Slot(0x48).Counts.Retries));
    }

    [Fact]
    public void A_device_that_times_out_holds_the_bus_no_longer_than_its_slot_however_often_it_is_asked()
    {
        var slot = _bus.Slot(0x48);
        slot.BeginRound();
        _occupied.Fails = a => a == 0x48 ? (I2cStatus.TimedOut, Timeout) : null;
        var begun = _clock.Now;
        for (var i = 0; i < 10; i++)
            Assert.Equal(I2cStatus.TimedOut, Transfer());
        Assert.Equal(slot.Length, TimeSpan.FromTicks((_clock.Now - begun) / 100));
        Assert.Equal(TimeSpan.FromMilliseconds(150), slot.Length);
        Assert.Equal(9, slot.Counts.Withheld);

        Assert.Equal(I2cStatus.Ok, Transfer(0x49));
        _clock.Advance(TimeSpan.FromSeconds(1));
        begun = _clock.Now;
        slot.BeginRound();
        Transfer();
        Assert.InRange(TimeSpan.FromTicks((_clock.Now - begun) / 100), Timeout, slot.Length);
    }

    [Fact]
    public void A_device_that_hangs_still_is_not_tried_again_so_that_its_neighbours_wait_for_one_timeout()
    {
        var slot = _bus.Slot(0x48);
        _occupied.Fails = _ => (I2cStatus.TimedOut, Timeout);
        Assert.Equal([3, 1, 1], Enumerable.Range(0, 3).Select(_ => Tries()));
        _occupied.Fails = _ => null;
        Assert.Equal(1, Tries());
        _occupied.Fails = _ => (I2cStatus.TimedOut, Timeout);
        Assert.Equal(3, Tries());

        int Tries()
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
            _occupied.Tries.Clear();
            slot.BeginRound();
            Transfer();
            return _occupied.Tries.Count;
        }
    }

    [Fact]
    public void A_device_that_hangs_for_long_is_asked_every_5_s_and_in_each_round_again_once_it_answers()
    {
        var slot = _bus.Slot(0x48, new SlotSettings(null, RetriesPerMinute: 0));
        _occupied.Fails = _ => (I2cStatus.TimedOut, Timeout);
        Rounds(seconds: 60);
        _occupied.Tries.Clear();
        Rounds(seconds: 60);
        Assert.InRange(_occupied.Tries.Count, 10, 12);

        _occupied.Fails = _ => null;
        Rounds(seconds: 6);
        Assert.InRange(_occupied.Tries.Count, 20, 80);
        _occupied.Tries.Clear();
        Rounds(seconds: 6);
        Assert.Equal(60, _occupied.Tries.Count);

        _occupied.Tries.Clear();
        Fail(I2cStatus.TimedOut, times: 1, Timeout);
        Rounds(seconds: 1);
        Assert.InRange(_occupied.Tries.Count, 9, 10);

        void Rounds(int seconds)
        {
            for (var i = 0; i < 10 * seconds; i++)
            {
                slot.BeginRound();
                Transfer();
                _clock.Advance(TimeSpan.FromMilliseconds(100));
            }
        }
    }

    [Theory]
    [InlineData(50, 2)]
    [InlineData(149, 2)]
    [InlineData(150, 3)]
    [InlineData(10_000, 3)]
    public void A_transfer_is_tried_again_only_as_often_as_it_fits_the_slot(int milliseconds, int tries)
    {
        _bus.Slot(0x48, new SlotSettings(TimeSpan.FromMilliseconds(milliseconds), 20)).BeginRound();
        _occupied.Fails = _ => (I2cStatus.TimedOut, Timeout);
        Transfer();
        Assert.Equal(tries, _occupied.Tries.Count);
    }

    [Fact]
    public void A_device_that_answers_slowly_is_cut_off_at_its_slot_too()
    {
        var slot = _bus.Slot(0x48);
        slot.BeginRound();
        _occupied.Fails = _ => (I2cStatus.Ok, TimeSpan.FromMilliseconds(40));
        Assert.Equal(
            [I2cStatus.Ok, I2cStatus.Ok, I2cStatus.Ok, I2cStatus.TimedOut, I2cStatus.TimedOut],
            Enumerable.Range(0, 5).Select(_ => Transfer()));
    }

    [Fact]
    public void A_slot_has_room_for_two_transfers_that_time_out_at_least()
    {
        var slot = _bus.Slot(0x48, new SlotSettings(TimeSpan.FromMilliseconds(10), 20));
        slot.BeginRound();
        Assert.Equal(2 * Timeout, slot.Length);
    }

    [Fact]
    public void A_device_that_timed_out_and_has_no_retries_left_is_asked_nothing_else_in_that_round()
    {
        var slot = _bus.Slot(0x48, new SlotSettings(TimeSpan.FromSeconds(10), RetriesPerMinute: 0));
        slot.BeginRound();
        Fail(I2cStatus.TimedOut, times: 1, Timeout);
        Assert.Equal([I2cStatus.TimedOut, I2cStatus.TimedOut, I2cStatus.TimedOut], Enumerable.Range(0, 3).Select(_ => Transfer()));
        Assert.Single(_occupied.Tries);
        _clock.Advance(TimeSpan.FromMilliseconds(100));
        slot.BeginRound();
        Assert.Equal(I2cStatus.Ok, Transfer());
        Fail(I2cStatus.NoAcknowledge, times: 1);
        Assert.Equal([I2cStatus.NoAcknowledge, I2cStatus.Ok], Enumerable.Range(0, 2).Select(_ => Transfer()));
    }

    [Fact]
    public void Who_asks_without_rounds_is_never_cut_off()
    {
        _occupied.Fails = _ => (I2cStatus.TimedOut, Timeout);
        for (var i = 0; i < 10; i++)
            Transfer();
        Assert.Equal(0, _bus.Slot(0x48).Counts.Withheld);
    }

    [Fact]
    public void A_bus_whose_SDA_is_held_is_freed_and_the_transfer_succeeds()
    {
        _copper.Lines.HoldData(4);
        Assert.Equal(I2cStatus.Ok, Transfer());
        Assert.Equal((1, 4), (_bus.Recoveries, _copper.Lines.Clocks));
        Assert.Null(_bus.Trouble);
    }

    [Fact]
    public void A_bus_whose_SDA_stays_low_says_so_and_is_looked_at_again_with_back_off()
    {
        _copper.Lines.HoldData(SimulatedBusLines.Never);
        Assert.Equal(I2cStatus.BusStuck, Transfer());
        Assert.Contains("SDA of i2c-1 stays low after nine clocks", _bus.Trouble, StringComparison.Ordinal);
        Assert.Equal((0, 9), (_bus.Recoveries, _copper.Lines.Clocks));
        Transfer();
        Assert.Equal(9, _copper.Lines.Clocks);

        _clock.Advance(TimeSpan.FromSeconds(1));
        _copper.Lines.HoldData(2);
        Assert.Equal(I2cStatus.Ok, Transfer());
        Assert.Equal(1, _bus.Recoveries);
        Assert.Null(_bus.Trouble);
    }

    [Fact]
    public void A_bus_whose_SCL_is_held_cannot_be_freed_and_says_so_until_it_is_let_go()
    {
        _copper.Lines.HoldClock();
        Assert.Equal(I2cStatus.BusStuck, Transfer());
        Assert.Contains("SCL of i2c-1 is held low", _bus.Trouble, StringComparison.Ordinal);
        Assert.Equal((0, 0), (_bus.Recoveries, _copper.Lines.Clocks));
        _copper.Lines.LetGo();
        Assert.Equal(I2cStatus.Ok, Transfer());
        Assert.Null(_bus.Trouble);
    }

    [Fact]
    public void Lines_that_cannot_be_reached_are_the_trouble()
    {
        _copper.Lines.HoldData(3);
        _copper.Lines.Lose("there is no GPIO chip");
        Assert.Equal(I2cStatus.BusStuck, Transfer());
        Assert.Equal("there is no GPIO chip", _bus.Trouble);
    }

    [Fact]
    public void A_bus_without_such_lines_is_retried_as_any_other()
    {
        using var bus = new SharedI2cBus(_copper, Timeout, _clock);
        _copper.Lines.HoldData(4);
        Assert.Equal(I2cStatus.BusStuck, bus.Transfer(0x48, [1], new byte[2]));
        Assert.Equal((0, 3), (bus.Recoveries, bus.Slot(0x48).Counts.Others));
        Assert.Equal(0, _copper.Lines.Clocks);
    }

    [Fact]
    public void Nothing_is_allocated_for_a_transfer()
    {
        Fail(I2cStatus.NoAcknowledge, times: 10_000);
        Allocated();
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => Allocated()));
    }

    private long Allocated()
    {
        _occupied.Tries.Clear();
        Span<byte> read = stackalloc byte[2];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 200; i++)
        {
            _bus.Slot(0x48).BeginRound();
            _bus.Transfer(0x48, [1], read);
        }
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void A_bus_on_which_no_transfer_ends_is_known_to_be_stuck_although_its_lines_cannot_be_reached()
    {
        using var bus = new SharedI2cBus(_occupied, Timeout, _clock);
        Assert.False(bus.IsStuck);
        _occupied.Fails = _ => (I2cStatus.TimedOut, default);

        bus.Transfer(0x48, [1], new byte[2]);
        Assert.False(bus.IsStuck, "one device that does not end in time may be the device");
        bus.Transfer(0x49, [1], new byte[2]);
        Assert.True(bus.IsStuck);

        _occupied.Fails = _ => (I2cStatus.NoAcknowledge, default);
        bus.Transfer(0x49, [1], new byte[2]);
        Assert.False(bus.IsStuck, "somebody could say no");

        _occupied.Fails = _ => null;
        bus.Transfer(0x48, [1], new byte[2]);
        Assert.False(bus.IsStuck);
    }

    [Fact]
    public void A_bus_whose_adapter_says_that_it_is_held_is_stuck_with_one_device_too()
    {
        using var bus = new SharedI2cBus(_occupied, Timeout, _clock);
        _occupied.Fails = _ => (I2cStatus.BusStuck, default);

        bus.Transfer(0x48, [1], new byte[2]);

        Assert.True(bus.IsStuck);
    }
}
