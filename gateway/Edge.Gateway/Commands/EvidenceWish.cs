using Edge.Gateway.Export;

namespace Edge.Gateway.Commands;

/// <summary>Of what evidence is asked for, as it was written on the command line.</summary>
internal sealed record EvidenceWish(string? Channel, bool WithValue, string? Since, string? Until, bool Complete, ulong[] Indices, ulong? From, ulong? To)
{
    /// <summary>The contiguous range asked for, as it was written.</summary>
    public (ulong First, ulong Last)? Range => From is { } first && To is { } last ? (first, last) : null;

    /// <summary>One way of saying it, and that one whole.</summary>
    /// <exception cref="InputException">Something is missing or too much; the message says what.</exception>
    public void Require(ExportWords words)
    {
        string?[] ways = [Channel is not null ? "--channel" : Complete ? "--complete" : null, Indices.Length == 0 ? null : "--index", From is not null ? "--from" : To is not null ? "--to" : null];
        string? time = Since is not null ? "--since" : Until is not null ? "--until" : null;
        var said = ways.OfType<string>().ToList();
        if (said.Count > 1)
            throw new InputException(words.NotTogether(said[0], said[1]));
        if (time is not null && Channel is null && !Complete)
            throw new InputException(said.Count > 0 ? words.NotTogether(time, said[0]) : words.Needs(time, "--channel / --complete"));
        if ((Since is null) != (Until is null))
            throw new InputException(words.Needs(time!, Since is null ? "--since" : "--until"));
        if (Complete && time is null)
            throw new InputException(words.Needs("--complete", "--since"));
        if ((From is null) != (To is null))
            throw new InputException(From is null ? words.Needs("--to", "--from") : words.Needs("--from", "--to"));
        if (WithValue && time is not null)
            throw new InputException(words.NotTogether("--with-value", time));
        if (WithValue && Channel is null && said.Count > 0)
            throw new InputException(words.NotTogether("--with-value", said[0]));
        if (said.Count == 0)
            throw new InputException(words.SayWhich);
    }
}
