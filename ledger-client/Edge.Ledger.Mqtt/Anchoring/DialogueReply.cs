namespace Edge.Ledger.Mqtt.Anchoring;

/// <summary>What to do about something a department said.</summary>
public abstract record DialogueReply
{
    private DialogueReply()
    {
    }

    /// <summary>Nothing to do: it was counted, or is known already.</summary>
    public sealed record Noted(string Department) : DialogueReply;

    /// <summary>The department is at another size: publish this request.</summary>
    public sealed record Resubmit(string Department, ulong FromSize, ReadOnlyMemory<byte> Request) : DialogueReply;

    /// <summary>The department refuses, and resubmitting would not help.</summary>
    public sealed record Refused(string Department, int Status, string Reason) : DialogueReply;

    /// <summary>Not believed: not signed by a department, or not true. To be reported.</summary>
    public sealed record NotBelieved(string Why) : DialogueReply;

    /// <summary>There is a checkpoint with this log's own signature that this log does not contain: it was restored or copied. Stop anchoring.</summary>
    public sealed record Forked(Fork Fork) : DialogueReply
    {
        /// <summary>In English, for people.</summary>
        public string Why => Fork.ToString();
    }
}
