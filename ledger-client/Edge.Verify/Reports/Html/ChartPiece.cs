namespace Edge.Verify.Reports.Html;

/// <summary>A piece of the line within one column of the picture: where it enters and leaves, how far it goes up and down between.</summary>
internal sealed class ChartPiece(double x, double value, bool joined)
{
    public bool IsJoined { get; } = joined;

    public double FirstX { get; } = x;

    public double First { get; } = value;

    public double LastX { get; private set; } = x;

    public double Last { get; private set; } = value;

    public double Least { get; private set; } = value;

    public double Most { get; private set; } = value;

    public int Count { get; private set; } = 1;

    public void Add(double at, double another)
    {
        (LastX, Last, Count) = (at, another, Count + 1);
        Least = Math.Min(Least, another);
        Most = Math.Max(Most, another);
    }
}
