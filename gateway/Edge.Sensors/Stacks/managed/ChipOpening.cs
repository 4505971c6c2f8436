using System.Device.Gpio;

namespace Edge.Sensors.Stacks;

/// <summary>Opens the GPIO chip with a label; null if there is none, with why.</summary>
/// <param name="label">The chip's label, or its kernel name.</param>
/// <param name="trouble">Why there is none, and what to do.</param>
public delegate GpioDriver? ChipOpening(string label, out string trouble);
