namespace Edge.Store.Segments;

/// <summary>What a record in a frame is. Readers pass over types that they do not know.</summary>
internal enum RecordType : byte
{
    /// <summary>The frame's entries, as <see cref="Log.BundleCodec"/> writes them.</summary>
    Entries = 1,

    /// <summary>The signed checkpoint of the log with this frame.</summary>
    Checkpoint = 2,

    /// <summary>A hash (32 bytes) and the city block that is found by it.</summary>
    Block = 3,

    /// <summary>A log size (u64) and the receipt for it.</summary>
    Receipt = 4,

    /// <summary>The length of a key (u16), the key in UTF-8, its value.</summary>
    State = 5,

    /// <summary>The tree's peaks with this frame, from left to right.</summary>
    Peaks = 6,

    /// <summary>Segments were evicted: the oldest that is kept (<see cref="KeptFrom"/>).</summary>
    Kept = 7,
}
