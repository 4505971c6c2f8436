using Edge.Gateway.Time;
using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;

namespace Edge.Gateway.Sampling;

/// <summary>Asks a device that has more to tell than readings, each time at the moment its port names.</summary>
internal sealed class DeviceTelling(ISensor sensor, int firstChannel, SampleQueue queue, IGatewayClock clock, TimeProvider time)
{
    private readonly IKeepsCalibration? _calibrated = sensor as IKeepsCalibration;
    private readonly IReportsEvents? _reporting = sensor as IReportsEvents;
    private string? _calibration;

    /// <summary>Before a reading: it stands under the calibration that the device told last.</summary>
    public void Calibration()
    {
        if (_calibrated?.Calibration is not { } calibration || ReferenceEquals(calibration, _calibration))
            return;
        var changed = calibration != _calibration;
        _calibration = calibration;
        for (var output = 0; changed && output < sensor.Outputs.Count; output++)
            queue.Note(Note(EntryKind.Calibration, output, calibration, age: 0));
    }

    /// <summary>After a round.</summary>
    public void Events()
    {
        while (_reporting is not null && _reporting.TryTakeEvent(out var happening))
        {
            var note = Note(happening.IsTamper ? EntryKind.Tamper : EntryKind.Alarm, happening.Output, happening.Text, time.Nanoseconds() - (happening.At ?? time.Nanoseconds()));
            queue.Note(note with { IsOpen = happening.IsOpen, IsFirst = happening.IsFirst });
        }
    }

    /// <param name="age">ns since it happened.</param>
    private DeviceNote Note(EntryKind kind, int output, string text, long age)
    {
        var now = clock.Now();
        var at = now.Monotonic - Math.Min((ulong)Math.Max(0, age), now.Monotonic);
        return new DeviceNote(kind, firstChannel + output, sensor.Name, text, IsOpen: false, at, now.At(at));
    }
}
