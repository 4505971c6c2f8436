using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>
/// Readings' values as people read them: with the decimals of their channel's resolution, a contact's state in words; exactly, where all was asked for. Each definition is looked at once.
/// </summary>
public sealed class ValueText(bool full, Phrases phrases)
{
    private readonly Dictionary<ConfigurationEntry, (int? Decimals, WatchedContact? Contact)> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Without its unit; the word for none where there is no value.</summary>
    public string Of(ProvedReading proved)
    {
        if (proved.Reading.Value is not { } value)
            return phrases.Word(Label.NoValue);
        var (decimals, contact) = Known(proved.Configuration);
        var number = full ? Figures.Exact(value) : Figures.Value(decimals, value);
        return contact is not { } watched || value is not (0 or 1) ? number
            : full ? $"{number} ({phrases.Word(watched, value == 1)})" : phrases.Word(watched, value == 1);
    }

    /// <summary>"7.21 bar", "pH 7.21", "open".</summary>
    public string WithUnit(ProvedReading proved) => proved.Reading.Value is null ? Of(proved) : Figures.WithUnit(Of(proved), proved.Reading.Unit);

    /// <summary>Whether the value is a contact's state, so that its text is a word.</summary>
    public bool IsState(ProvedReading proved) => proved.Reading.Value is 0 or 1 && Known(proved.Configuration).Contact is not null;

    /// <summary>The word for a state of the contact that a reading is of; <see cref="IsState"/>.</summary>
    public string State(ProvedReading proved, bool isActive) => phrases.Word(Known(proved.Configuration).Contact!.Value, isActive);

    private (int? Decimals, WatchedContact? Contact) Known(ConfigurationEntry? configuration)
    {
        if (configuration is null)
            return default;
        if (!_known.TryGetValue(configuration, out var known))
            _known[configuration] = known = (Figures.Decimals(configuration), ContactDefinition.Of(configuration.Definition));
        return known;
    }
}
