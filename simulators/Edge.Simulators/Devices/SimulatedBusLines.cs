using Edge.Sensors.Buses.Recovery;

namespace Edge.Simulators.Devices;

/// <summary>
/// SCL and SDA of a bus, and who holds them. A device that waits for the rest of a byte holds SDA until it has seen its clocks; one that hangs holds SCL for
/// good. Without pull-ups nothing would be high; there are pull-ups.
/// </summary>
public sealed class SimulatedBusLines : IBusLines
{
    /// <summary>A device that never lets go, whatever clocks come.</summary>
    public const int Never = int.MaxValue;

    private readonly Lock _gate = new();
    private bool _clock = true, _data = true, _isClockHeld;
    private int _clocksToCome;

    /// <summary>Rising edges of SCL that were given.</summary>
    public int Clocks { get; private set; }

    /// <summary>Stops that were given: SDA rose while SCL was high.</summary>
    public int Stops { get; private set; }

    /// <summary>Whether somebody holds a line low, so that no transfer is possible.</summary>
    public bool IsHeld
    {
        get
        {
            lock (_gate)
                return _isClockHeld || _clocksToCome > 0;
        }
    }

    /// <inheritdoc/>
    public string? Trouble { get; private set; }

    /// <summary>A device holds SDA until it has seen so many clocks.</summary>
    public void HoldData(int clocks)
    {
        lock (_gate)
            _clocksToCome = clocks;
    }

    /// <summary>A device holds SCL.</summary>
    public void HoldClock()
    {
        lock (_gate)
            _isClockHeld = true;
    }

    /// <summary>Whoever held a line is unplugged.</summary>
    public void LetGo()
    {
        lock (_gate)
            (_isClockHeld, _clocksToCome) = (false, 0);
    }

    /// <summary>The lines cannot be reached any more, or again when null.</summary>
    public void Lose(string? trouble) => Trouble = trouble;

    /// <inheritdoc/>
    public bool TryRead(out bool clock, out bool data)
    {
        lock (_gate)
        {
            (clock, data) = Trouble is null ? (ClockLevel, DataLevel) : (false, false);
            return Trouble is null;
        }
    }

    /// <inheritdoc/>
    public bool TryDrive(bool clock, bool data)
    {
        lock (_gate)
        {
            if (Trouble is not null)
                return false;
            var (clockWas, dataWas) = (ClockLevel, DataLevel);
            (_clock, _data) = (clock, data);
            if (!clockWas && ClockLevel)
                Rise();
            if (clockWas && ClockLevel && !dataWas && DataLevel)
                Stops++;
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private bool ClockLevel => _clock && !_isClockHeld;

    private bool DataLevel => _data && _clocksToCome == 0;

    private void Rise()
    {
        Clocks++;
        if (_clocksToCome is > 0 and < Never)
            _clocksToCome--;
    }
}
