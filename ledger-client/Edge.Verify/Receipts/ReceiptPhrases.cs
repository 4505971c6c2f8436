using Edge.Ledger.Entries;
using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Receipts;

/// <summary>What people read of a COSE receipt, in one language, beside the words all reports share.</summary>
/// <param name="shared">Those words.</param>
public abstract class ReceiptPhrases(Phrases shared)
{
    public Phrases Shared { get; } = shared;

    public static ReceiptPhrases Of(Phrases shared) => shared.Language == Language.Chinese ? new ChineseReceiptPhrases(shared) : new EnglishReceiptPhrases(shared);

    /// <summary>What no receipt proves.</summary>
    public abstract string OwnWordOnly { get; }

    /// <summary>What is proved of an entry: a sentence without the full stop.</summary>
    public abstract string Included(ulong index, string entry, string log, ulong size);

    /// <summary>What is proved of growth: a sentence without the full stop.</summary>
    public abstract string Grown(string log, ulong oldSize, ulong size);

    public abstract string KeyUnknown(string keyId);

    public abstract string NotSigned(string keyId, bool isAboutEntry);

    public abstract string Root { get; }

    public abstract string Key { get; }

    /// <summary>The page's title.</summary>
    public abstract string Report { get; }

    /// <summary>What the digest at the page's head is of.</summary>
    public abstract string Digest { get; }

    /// <summary>The receipt's file, and the entry's.</summary>
    public abstract string File { get; }

    public abstract string Entry { get; }

    /// <summary>The root that the reader knew.</summary>
    public abstract string Earlier { get; }

    /// <summary>What the verdict comes to.</summary>
    public abstract string Proved { get; }

    /// <summary>An entry in a few words.</summary>
    /// <param name="full">The value exactly as logged.</param>
    public string Describe(Entry entry, bool full) => entry is ReadingEntry reading
        ? $"{Shared.Word(EntryKind.Reading)} {ShownText.Name(reading.Channel)}{Shared.Colon}{(reading.Value is null ? Shared.QualityAndReason(reading.Quality, reading.Reason) : Value(reading, full))}"
        : Shared.Kind(entry);

    /// <summary>What was measured, with its unit; a receipt discloses no configuration.</summary>
    public string Value(ReadingEntry reading, bool full) => reading.Value is { } value
        ? Figures.WithUnit(full ? Figures.Exact(value) : Figures.Value((int?)null, value), reading.Unit)
        : Shared.Word(Label.NoValue);
}
