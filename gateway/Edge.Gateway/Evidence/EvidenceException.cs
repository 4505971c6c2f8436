namespace Edge.Gateway.Evidence;

/// <summary>Evidence cannot be given; the message says why and what to do, in English.</summary>
/// <param name="why">The same in any language.</param>
/// <param name="lack">What it lacks, for whoever goes by it.</param>
public sealed class EvidenceException(Func<EvidenceWords, string> why, Lack lack = Lack.Bytes) : Exception(why(EvidenceWords.English))
{
    public Lack Lack => lack;

    public string In(EvidenceWords words) => why(words);
}
