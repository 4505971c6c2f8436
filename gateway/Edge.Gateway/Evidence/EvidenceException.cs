namespace Edge.Gateway.Evidence;

/// <summary>Evidence cannot be given; the message says why and what to do, in English.</summary>
/// <param name="why">The same in any language.</param>
public sealed class EvidenceException(Func<EvidenceWords, string> why) : Exception(why(EvidenceWords.English))
{
    public string In(EvidenceWords words) => why(words);
}
