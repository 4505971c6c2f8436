namespace Edge.Fuzz.Targets;

/// <summary>What a parser may allocate: a multiple of the input's length, and a constant.</summary>
/// <param name="PerByte">Bytes per byte of input.</param>
/// <param name="Constant">Bytes, whatever the input; an exception with its message and stack trace takes about one kilobyte.</param>
internal readonly record struct AllocationBound(int PerByte, int Constant)
{
    public static AllocationBound Usual { get; } = new(12, 8 * 1024);

    public long Of(int length) => ((long)PerByte * length) + Constant;

    public override string ToString() => $"{PerByte} x length + {Constant}";
}
