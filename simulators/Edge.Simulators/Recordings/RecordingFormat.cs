namespace Edge.Simulators.Recordings;

/// <summary>How a CSV recording is written.</summary>
/// <param name="Header">The names in the header line, in order; the first may be empty.</param>
/// <param name="Delimiter">One character.</param>
/// <param name="Missing">Texts that mean: no value.</param>
/// <param name="TimeColumns">Columns that, joined by a blank, are the time.</param>
/// <param name="TimeFormat">.NET custom format of the joined text.</param>
public sealed record RecordingFormat(
    IReadOnlyList<string> Header, char Delimiter, IReadOnlyList<string> Missing, IReadOnlyList<string> TimeColumns, string TimeFormat);
