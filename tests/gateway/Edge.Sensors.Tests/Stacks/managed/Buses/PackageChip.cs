using System.Device.Gpio;

namespace Edge.Sensors.Tests.Stacks.Buses;

/// <summary>A chip of one line, as System.Device.Gpio 4.2 hands it on with libgpiod 1: when it has been taken away, reading throws, and so does ending the watcher of edges.</summary>
internal sealed class PackageChip : GpioDriver
{
    private PinMode _mode;
    private PinChangeEventHandler? _seen;

    /// <summary>Whether it was taken away.</summary>
    public bool IsGone { get; set; }

    /// <summary>Whether it was let go of.</summary>
    public bool IsDisposed { get; private set; }

    protected override int PinCount => 1;

    /// <summary>The next edge that gets through.</summary>
    public void Tell(bool rising) => _seen!(this, new PinValueChangedEventArgs(rising ? PinEventTypes.Rising : PinEventTypes.Falling, 0));

    protected override void OpenPin(int pinNumber)
    {
    }

    protected override void ClosePin(int pinNumber)
    {
    }

    protected override void SetPinMode(int pinNumber, PinMode mode) => _mode = mode;

    protected override PinMode GetPinMode(int pinNumber) => _mode;

    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => true;

    protected override PinValue Read(int pinNumber) => IsGone ? throw Failure() : PinValue.High;

    protected override void Write(int pinNumber, PinValue value) => throw new NotSupportedException();

    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) => throw new NotSupportedException();

    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback) => _seen = callback;

    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
    {
        if (IsGone)
            throw Failure();
        _seen = null;
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private static IOException Failure() => new("Error 19 (No such device) as the C library calls it.");
}
