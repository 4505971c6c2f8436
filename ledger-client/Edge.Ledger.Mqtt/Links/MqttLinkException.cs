namespace Edge.Ledger.Mqtt.Links;

/// <summary>A link could not be made, or did not do what was asked.</summary>
public sealed class MqttLinkException : Exception
{
    /// <summary>Says what failed, where, and what to do.</summary>
    /// <param name="message">One sentence for the log.</param>
    /// <param name="transient">Trying again later may help.</param>
    /// <param name="inner">What the operating system said, if anything.</param>
    public MqttLinkException(string message, bool transient, Exception? inner = null)
        : base(message, inner) => IsTransient = transient;

    /// <summary>Trying again later may help. When false, a person must change something first.</summary>
    public bool IsTransient { get; }
}
