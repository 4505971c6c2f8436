using Edge.Gateway.Time;
using Edge.Ledger.Mqtt.Links;
using Edge.Sensors.Catalog;

namespace Edge.Gateway.Doctor;

/// <summary>What a board is examined with.</summary>
/// <param name="Buses">Of the configuration.</param>
/// <param name="RtcProblem">Why the battery-backed clock that is configured cannot be relied on; null when it can, or none is.</param>
/// <param name="Broker">Makes connections; made when it is needed, since its library may be missing.</param>
public sealed record Instruments(IBusDirectory Buses, Board Board, IGatewayClock Clock, Func<string?> RtcProblem, Func<IMqttConnector> Broker, TimeProvider Time);
