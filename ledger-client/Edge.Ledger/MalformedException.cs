namespace Edge.Ledger;

/// <summary>The one exception that leaves a parser: the bytes are not the canonical form. The message says what and where.</summary>
public sealed class MalformedException : Exception
{
    public MalformedException(string what)
        : base(what)
    {
    }

    public MalformedException(string what, Exception inner)
        : base(what, inner)
    {
    }
}
