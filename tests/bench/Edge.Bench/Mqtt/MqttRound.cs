namespace Edge.Bench.Mqtt;

/// <summary>One round: the ways in turn, in messages per second.</summary>
/// <param name="Published">Through the link, acknowledged.</param>
/// <param name="BarePublished">By the bare socket.</param>
/// <param name="Taken">Taken through the link, which acknowledged them.</param>
/// <param name="BareTaken">By the bare socket.</param>
/// <param name="Processor">CPU time of this process per message published through the link, µs.</param>
/// <param name="Allocated">Managed bytes per message published through the link.</param>
internal sealed record MqttRound(double Published, double BarePublished, double Taken, double BareTaken, double Processor, double Allocated);
