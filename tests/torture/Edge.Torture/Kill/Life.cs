using Edge.Demo.Showing;

namespace Edge.Torture.Kill;

/// <summary>What a gateway said of itself from a start to the kill that ended it.</summary>
/// <param name="First">The first state with a durable size; null: it was killed before it said one.</param>
/// <param name="Last">Null: it was killed before it said anything.</param>
internal sealed record Life(GatewayState? First, GatewayState? Last);
