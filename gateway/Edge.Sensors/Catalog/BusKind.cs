namespace Edge.Sensors.Catalog;

/// <summary>Where a bus is.</summary>
public enum BusKind
{
    /// <summary>On this board, through the kernel.</summary>
    Linux,

    /// <summary>In another process, over a Unix domain socket.</summary>
    Remote,
}
