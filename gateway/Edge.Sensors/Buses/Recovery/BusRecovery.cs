namespace Edge.Sensors.Buses.Recovery;

/// <summary>Looks at the lines of a bus whose transfers fail as those of a held bus do, frees it if that is possible, and says so if it is not. Looks again with back-off.</summary>
/// <param name="lines">SCL and SDA.</param>
/// <param name="bus">Its name, for messages.</param>
/// <param name="time">For back-off.</param>
internal sealed class BusRecovery(IBusLines lines, string bus, TimeProvider time)
{
    private readonly Backoff _backoff = new(time);
    private volatile BusCondition _condition;
    private long _recoveries;

    /// <summary>How the lines were found last.</summary>
    public BusCondition Condition => _condition;

    /// <summary>Who holds the bus and what to do about it, in words; null while nobody is known to.</summary>
    public string? Trouble => _condition switch
    {
        BusCondition.ClockHeld => $"SCL of {bus} is held low, and no clock can free that: look for a short to ground, then unplug one device after the other until it is high.",
        BusCondition.DataHeld => $"SDA of {bus} stays low after nine clocks: look for a short to ground, then take the supply from one device after the other until it is high.",
        BusCondition.Unknown => lines.Trouble,
        _ => null,
    };

    /// <summary>Times the bus was freed.</summary>
    public long Recoveries => Volatile.Read(ref _recoveries);

    /// <summary>A try ended.</summary>
    public void Look(I2cStatus status)
    {
        if (status is not (I2cStatus.BusStuck or I2cStatus.TimedOut or I2cStatus.ArbitrationLost))
        {
            if (status is I2cStatus.Ok or I2cStatus.NoAcknowledge)
                Clear();
            return;
        }

        if (!_backoff.Ready)
            return;
        _condition = NineClocks.Free(lines);
        if (_condition == BusCondition.Freed)
            Volatile.Write(ref _recoveries, _recoveries + 1);
        if (_condition is BusCondition.Free or BusCondition.Freed)
            _backoff.Succeed();
        else
            _backoff.Fail();
    }

    private void Clear()
    {
        if (_condition == BusCondition.Free)
            return;
        _condition = BusCondition.Free;
        _backoff.Succeed();
    }
}
