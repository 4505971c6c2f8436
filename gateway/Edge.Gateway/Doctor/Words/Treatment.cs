namespace Edge.Gateway.Doctor.Words;

/// <summary>One thing for a person to do, about everything that it mends.</summary>
/// <param name="Subjects">Buses, places, channels, files.</param>
public sealed record Treatment(Verdict Verdict, string Subjects, string Found, string Advice);
