namespace Edge.Store.Log;

/// <summary>A checkpoint or receipt and the log size it speaks of.</summary>
public readonly record struct SizedRecord(ulong Size, byte[] Bytes);
