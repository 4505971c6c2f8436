using System.Globalization;
using Edge.Gateway.Configuration;

namespace Edge.Gateway.Consequences;

/// <summary>What people read of a configuration's consequences, in one language. Rows have a label and a text.</summary>
public abstract class ConsequenceWords
{
    public static ConsequenceWords English { get; } = new EnglishConsequenceWords();

    public static ConsequenceWords Chinese { get; } = new ChineseConsequenceWords();

    /// <summary>Stands before a doubt.</summary>
    public abstract string Look { get; }

    /// <param name="hasRoom">Whether the disk here has any for the log.</param>
    /// <param name="isWhole">Whether all that it names is on this machine.</param>
    /// <param name="isOwn">Whether no program of the other stack keeps its log.</param>
    public abstract string Title(GatewayConfiguration configuration, bool hasRoom, bool isWhole, bool isOwn);

    public abstract (string Label, string Text) Readings(double perDay);

    public abstract (string Label, string Text) OnDisk(double perReading, double perDay);

    public abstract (string Label, string Text) Hashes(double perDay);

    public abstract (string Label, string Text) Seals(double perDay);

    public abstract (string Label, string Text) Offline(double days, long room, bool diskLimits);

    public abstract (string Label, string Text) Then(IReadOnlyList<FullPolicy> policies);

    /// <param name="perDay">Null: not measured.</param>
    public abstract (string Label, string Text) Written(double? perDay);

    public abstract (string Label, string Text) Card(double years);

    public abstract (string Label, string Text) Anchors(int afterMonth, double perMonth);

    /// <param name="suited">Channels that are sampled as their purpose needs.</param>
    /// <param name="all">Channels that have one.</param>
    public abstract (string Label, string Text) Purposes(int suited, int all);

    /// <param name="metres">Null: not known before the clock runs.</param>
    public abstract (string Label, string Text) Leaks(double? metres);

    public abstract string Say(Doubt doubt, ConfigurationConsequences consequences, GatewayConfiguration configuration);

    protected static string Number(double value) => value.ToString(value < 10 ? "0.#" : "#,0", CultureInfo.InvariantCulture);
}
