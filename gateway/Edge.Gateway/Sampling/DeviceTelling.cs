using Edge.Gateway.Time;
using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;

namespace Edge.Gateway.Sampling;

/// <summary>Asks a device that has more to tell than readings, each time at the moment its port names.</summary>
internal sealed class DeviceTelling(ISensor sensor, int firstChannel, SampleQueue queue, IGatewayClock clock)
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
            Note(EntryKind.Calibration, output, calibration, isOpen: false);
    }

    /// <summary>After a round.</summary>
    public void Events()
    {
        while (_reporting is not null && _reporting.TryTakeEvent(out var happening))
            Note(happening.IsTamper ? EntryKind.Tamper : EntryKind.Alarm, happening.Output, happening.Text, happening.IsOpen);
    }

    private void Note(EntryKind kind, int output, string text, bool isOpen)
    {
        var now = clock.Now();
        queue.Note(new DeviceNote(kind, firstChannel + output, sensor.Name, text, isOpen, now.Monotonic, now.Wall));
    }
}
