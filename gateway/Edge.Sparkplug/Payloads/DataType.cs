namespace Edge.Sparkplug.Payloads;

/// <summary>Data types by their numbers (Sparkplug 3.0.0, section 6.4.16): those in use here.</summary>
internal enum DataType : uint
{
    Int32 = 3,
    Int64 = 4,
    UInt64 = 8,
    Double = 10,
    Boolean = 11,
    String = 12,
}
