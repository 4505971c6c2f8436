using Edge.Demo.Showing;

namespace Edge.Torture.Kill;

/// <summary>What a gateway said of itself from a start to the kill that ended it.</summary>
/// <param name="First">Null: it was killed before it said anything.</param>
internal sealed record Life(GatewayState? First, GatewayState? Last);
