using Edge.Ledger.Entries;
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

    /// <summary>An entry in a few words.</summary>
    public string Describe(Entry entry) => entry is ReadingEntry reading
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Shared.Word(EntryKind.Reading)} {reading.Channel}{Shared.Colon}{(reading.Value is { } value ? $"{value} {reading.Unit}" : Shared.QualityAndReason(reading.Quality, reading.Reason))}")
        : Shared.Word(entry.Kind);
}
