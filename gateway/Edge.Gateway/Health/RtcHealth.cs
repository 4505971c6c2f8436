namespace Edge.Gateway.Health;

/// <summary>A configured battery-backed clock that is not relied on.</summary>
/// <param name="Name">rtc0, rtc1 ...</param>
/// <param name="State">Stopped, or Unknown: it does not answer, or cannot say whether it stopped.</param>
/// <param name="Problem">What is wrong and what to do, in English.</param>
public sealed record RtcHealth(string Name, string State, string Problem);
