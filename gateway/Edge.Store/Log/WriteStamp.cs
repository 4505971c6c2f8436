using System.Runtime.InteropServices;

namespace Edge.Store.Log;

/// <summary>Length of a file in bytes, and when it was last written (since 1970, by the file system's clock): what every write through any name changes.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WriteStamp(ulong Length, long Seconds, uint Nanoseconds);
