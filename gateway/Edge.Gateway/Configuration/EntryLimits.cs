using Edge.Ledger.Text;
using System.Globalization;
using System.Text;
using Edge.Sensors.Catalog;

namespace Edge.Gateway.Configuration;

/// <summary>How long texts may be that the gateway writes into its log: an entry holds at most 64 kB, and a configuration that passes its check must be loggable.</summary>
internal static class EntryLimits
{
    /// <summary>Characters in a name or remark.</summary>
    public const int Text = 200;

    /// <summary>Bytes of a channel's definition.</summary>
    public const int Definition = 16 * 1024;

    /// <summary>The text, after a complaint if it is too long.</summary>
    public static string Within(SettingBag bag, string name, string text)
    {
        bag.Limit(name, Allowed.UpTo(Text));
        if (text.Length > Text)
            bag.Complain(name, string.Create(CultureInfo.InvariantCulture, $"has {text.Length} characters; write at most {Text}, it goes into the log as it is"));
        return text;
    }

    /// <summary>The same of a person's or a laboratory's name, after a complaint if more stands in it than is seen.</summary>
    public static string Name(SettingBag bag, string name, string text)
    {
        if (!ShownText.IsSeen(text))
            bag.Complain(name, "has a character that cannot be seen, or that turns or breaks the line; write the name anew, it goes into the log as it is");
        return Within(bag, name, text);
    }

    /// <summary>What is wrong with a definition's length; null when nothing is.</summary>
    /// <param name="inputs">How many channels are within it that it is computed from or compensated with.</param>
    public static string? TooLong(string definition, int inputs) =>
        Encoding.UTF8.GetByteCount(definition) is var bytes && bytes > Definition
            ? string.Create(CultureInfo.InvariantCulture, $"the settings of one channel{(inputs > 0 ? ", with those of the channels that its values depend on," : "")} have {bytes} bytes; at most {Definition} go into the log, shorten its options and texts")
            : null;
}
