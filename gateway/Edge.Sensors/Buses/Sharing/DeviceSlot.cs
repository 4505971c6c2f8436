using System.Diagnostics.CodeAnalysis;

namespace Edge.Sensors.Buses.Sharing;

/// <summary>
/// One device's part of its bus: the time it may hold the bus in a round, its budget of retries, and what became of its transfers. A transfer begins only if it
/// ends within the slot even when it takes the bus' whole timeout, and a device that timed out is not asked for anything else in that round, nor in
/// later ones until a back-off is over. Until the first round begins there is no end to the slot.
/// </summary>
public sealed class DeviceSlot
{
    /// <summary>Retries of one transfer at most, whatever the budget has.</summary>
    public const int RetriesOfOne = 2;

    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly Backoff _hangs;
    private readonly Lock _gate = new();
    private RetryBudget _budget;
    private TimeSpan _length;
    private TimeSpan _held;
    private bool _isInRounds, _isOver, _isAway;
    private I2cStatus _last = I2cStatus.TimedOut;
    private I2cStatus? _ended;
    private TransferCounts _counts;
    private long? _answered, _unaffordable, _givenUp;
    private int _wasted;

    internal DeviceSlot(TimeSpan timeout, TimeProvider time)
    {
        (_timeout, _time, _hangs) = (timeout, time, new Backoff(time));
        Set(SlotSettings.Usual);
    }

    /// <summary>Longest time that the device holds the bus in one round.</summary>
    public TimeSpan Length => _length;

    /// <summary>Since the start.</summary>
    public TransferCounts Counts
    {
        get
        {
            lock (_gate)
                return _counts;
        }
    }

    /// <summary>How its last try ended; null before the first.</summary>
    internal I2cStatus? Ended
    {
        get
        {
            lock (_gate)
                return _ended;
        }
    }

    /// <summary>Since the device answered last; null when it never has.</summary>
    public TimeSpan? Answered => Since(ref _answered);

    /// <summary>Since a transfer of a device that answers was given up last because the budget of retries was spent, and the next one was answered; null when none was. Of one that is away nothing else is to be expected: what its absence cost is given back.</summary>
    public TimeSpan? Unaffordable => Since(ref _unaffordable);

    /// <summary>A round begins: the slot is whole again.</summary>
    public void BeginRound()
    {
        lock (_gate)
            (_held, _isInRounds, _isOver) = (TimeSpan.Zero, true, !_hangs.Ready);
    }

    [MemberNotNull(nameof(_budget))]
    internal void Set(SlotSettings settings)
    {
        lock (_gate)
        {
            var length = settings.Length ?? SlotSettings.UsualTransfers * _timeout;
            _length = length < 2 * _timeout ? 2 * _timeout : length;
            _budget = new RetryBudget(settings.RetriesPerMinute, _time);
        }
    }

    /// <summary>Whether a transfer may begin; if not, what to answer in its place.</summary>
    internal bool MayBegin(out I2cStatus instead)
    {
        lock (_gate)
        {
            instead = _last;
            if (HasRoom)
                return true;
            _counts = _counts with { Withheld = _counts.Withheld + 1 };
            return false;
        }
    }

    /// <summary>A try ended.</summary>
    /// <param name="tried">Which, from 0.</param>
    /// <param name="took">How long it held the bus.</param>
    /// <returns>Whether there is to be another.</returns>
    internal bool End(I2cStatus status, int tried, TimeSpan took)
    {
        lock (_gate)
        {
            _held += took;
            _ended = status;
            if (status == I2cStatus.Ok)
            {
                (_answered, _last, _isAway) = (_time.GetTimestamp(), I2cStatus.TimedOut, false);
                (_unaffordable, _givenUp) = (_givenUp ?? _unaffordable, null);
                _budget.Return(_wasted);
                _wasted = 0;
                _hangs.Succeed();
                return false;
            }

            (_counts, _last) = (_counts.With(status), status);
            var hangsStill = _isInRounds && status == I2cStatus.TimedOut && _hangs.Wait > TimeSpan.Zero;
            var again = status.IsPassing() && tried < RetriesOfOne && !hangsStill && HasRoom && Afford();
            // Two transfers in a row that are given up are of a device that is away.
            if (_isAway && !again)
                _givenUp = null;
            _isAway |= !again;
            if (status == I2cStatus.TimedOut && !again)
            {
                _isOver = true;
                _hangs.Fail();
            }

            return again;
        }
    }

    private bool Afford()
    {
        if (_budget.TryTake())
        {
            _counts = _counts with { Retries = _counts.Retries + 1 };
            _wasted += _isAway ? 1 : 0;
            return true;
        }

        _counts = _counts with { Unaffordable = _counts.Unaffordable + 1 };
        if (!_isAway)
            _givenUp = _time.GetTimestamp();
        return false;
    }

    private bool HasRoom => !_isInRounds || (!_isOver && _held + _timeout <= _length);

    private TimeSpan? Since(ref long? at)
    {
        lock (_gate)
            return at is { } known ? _time.GetElapsedTime(known) : null;
    }
}
