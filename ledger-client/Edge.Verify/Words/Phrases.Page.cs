using Edge.Verify.Outputs;

namespace Edge.Verify.Words;

/// <summary>Sentences of the printable page.</summary>
public abstract partial class Phrases
{
    public abstract string Word(PageLabel label);

    public abstract string Stop { get; }

    /// <summary>Two sentences, one after the other.</summary>
    public abstract string Join(string sentence, string next);

    /// <summary>A clause as a sentence of its own.</summary>
    public string Sentence(string clause) => Capitalized(clause) + Stop;

    public static string Capitalized(string clause) => clause.Length == 0 ? clause : $"{char.ToUpperInvariant(clause[0])}{clause[1..]}";

    /// <summary>Why the page or the accusation could not be written.</summary>
    public abstract string Output(OutputKind kind, OutputFault fault, string path, string detail);

    /// <summary>The value of the language attribute (BCP 47).</summary>
    public abstract string LanguageTag { get; }

    /// <summary>What stands before, between and after a page's number and the number of pages.</summary>
    public abstract (string Before, string Between, string After) PageNumber { get; }

    public abstract string Bytes(long count);

    /// <summary>Where the verifier's page was written.</summary>
    public abstract string PageWritten(string path);

    /// <summary>A chart in words.</summary>
    /// <param name="low">Least value drawn, with its unit.</param>
    public abstract string ChartSummary(int count, string channel, string low, string high, string from, string to, bool hasBad);

    /// <summary>A contact's chart in words.</summary>
    /// <param name="states">"148 dry, 60 wet".</param>
    public abstract string ContactSummary(int count, string channel, string states, string from, string to);

    /// <summary>How many of the readings the table has.</summary>
    public abstract string Rows(int shown, int all);

    /// <summary>How many rows stand not here.</summary>
    public abstract string LeftOut(int count);

    /// <summary>Entries <paramref name="first"/> to <paramref name="last"/>.</summary>
    public abstract string Span(ulong first, ulong last);

    /// <summary>A checkpoint as its size.</summary>
    public abstract string CheckpointOf(string origin, ulong size);

    /// <summary>A text that was cut for length.</summary>
    public abstract string Cut(int characters);

    /// <summary>How many departments must agree.</summary>
    public abstract string Quorum(int size);

    /// <summary>The end of a time; its beginning stands before.</summary>
    public abstract string ClockUntil(string to);
}
