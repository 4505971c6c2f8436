namespace Edge.Ledger.Codes;

/// <summary>What some QR codes tell.</summary>
/// <param name="File">Null when they tell none.</param>
/// <param name="Detail">The address or the beginning of another text; the number of a form; of parts that are missing their places, a slash and how many there are; how many parts there are that do not fit.</param>
public sealed record CodeReading(byte[]? File, CodeFault Fault, string Detail);
