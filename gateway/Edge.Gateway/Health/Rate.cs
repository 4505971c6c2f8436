using System.Runtime.InteropServices;

namespace Edge.Gateway.Health;

/// <param name="PerDay">Growth per day.</param>
/// <param name="ObservedSeconds">Over how long it was observed, at most a day; below an hour it is an extrapolation.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Rate(double PerDay, double ObservedSeconds);
