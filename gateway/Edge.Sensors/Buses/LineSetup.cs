namespace Edge.Sensors.Buses;

/// <summary>How an input line is requested.</summary>
/// <param name="Bias">What holds it where nobody drives it.</param>
/// <param name="FallingToo">Whether edges from high to low are wanted beside those from low to high.</param>
public readonly record struct LineSetup(LineBias Bias = LineBias.AsIs, bool FallingToo = false);
