using Edge.Ledger.Entries;

namespace Edge.Gateway.Evidence;

/// <summary>Why evidence cannot be given, in one language.</summary>
public abstract class EvidenceWords
{
    public static EvidenceWords English { get; } = new EnglishEvidenceWords();

    public static EvidenceWords Chinese { get; } = new ChineseEvidenceWords();

    public abstract string NothingAsked { get; }

    public abstract string NothingAnchored { get; }

    /// <param name="below">The city holds the entries below this one.</param>
    public abstract string NotAnchored(ulong index, ulong below);

    public abstract string NotSealed(ulong index);

    public abstract string NotASeal(ulong index);

    public abstract string NoReading(string channel, bool withValue);

    public abstract string TooLong(ulong entries, int most);

    public abstract string TooMany(int most);

    /// <param name="channel">Null: of any.</param>
    public abstract string NoneBetween(string? channel);

    /// <param name="oldest">The oldest entry held.</param>
    /// <param name="sealedAt">When the oldest batch held was sealed.</param>
    public abstract string SomeEvicted(ulong oldest, WallTime? sealedAt);

    /// <summary>Of all that may be of a time or range, from the first to the last of these entries, nothing is left.</summary>
    public abstract string AllDamaged(ulong first, ulong last);

    /// <summary>Said beside evidence: what of it could not be given, because it is damaged.</summary>
    public abstract string DamagedLeftOut(ulong count, ulong first, ulong last);

    /// <summary>Said beside evidence of a time: it does not speak of what was evicted.</summary>
    public abstract string EvictedLeftOut(ulong oldest);

    /// <summary>Said beside evidence of a time: an alarm that was open when it began was looked for back to this entry and not found.</summary>
    public abstract string AlarmNotSought(ulong below);

    /// <summary>Said beside evidence: readings whose configuration and calibration cannot be shown.</summary>
    public abstract string ContextLeftOut(int readings);

    /// <inheritdoc cref="SomeEvicted"/>
    public abstract string Evicted(ulong index, ulong oldest);

    public abstract string NotVerified(string policyFile, string finding);

    public abstract string NoChannel(string channel, IReadOnlyList<string> known);

    public abstract string NoEntry(ulong index, ulong size);

    public abstract string NotATime(string option, string text);

    public abstract string TimesSwapped { get; }

    public abstract string RangeSwapped { get; }
}
