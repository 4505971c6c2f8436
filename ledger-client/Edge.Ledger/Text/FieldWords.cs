using Edge.Ledger.Entries;

namespace Edge.Ledger.Text;

/// <summary>The field's own words, in one language: one word for one thing, whichever program says it.</summary>
public abstract class FieldWords
{
    public static FieldWords English { get; } = new EnglishFieldWords();

    public static FieldWords Chinese { get; } = new ChineseFieldWords();

    public abstract string Of(Quality quality);

    public abstract string Of(Reason reason);

    public abstract string Of(Ne107 category);

    public abstract string Of(GapReason reason);

    public abstract string Of(ClockSource source);

    /// <summary>The state of a contact.</summary>
    /// <param name="isActive">It is wet, or open.</param>
    public abstract string Of(WatchedContact contact, bool isActive);
}
