using System.Text;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>What may be a topic (MQTT 5 section 4.7).</summary>
internal static class TopicText
{
    private const int MaxBytes = ushort.MaxValue;

    /// <summary>Whether one can publish to it.</summary>
    public static bool IsName(string topic) => IsText(topic) && !topic.AsSpan().ContainsAny('+', '#');

    /// <summary>Whether one can subscribe to it: <c>+</c> stands for one whole level, <c>#</c> for all that follow.</summary>
    public static bool IsFilter(string filter)
    {
        if (!IsText(filter))
            return false;
        var levels = filter.Split('/');
        for (var i = 0; i < levels.Length; i++)
        {
            if (levels[i] == "#" && i == levels.Length - 1 || levels[i] == "+")
                continue;
            if (levels[i].AsSpan().ContainsAny('+', '#'))
                return false;
        }

        return true;
    }

    private static bool IsText(string text) => text.Length > 0 && !text.Contains('\0', StringComparison.Ordinal) && Encoding.UTF8.GetByteCount(text) <= MaxBytes;
}
