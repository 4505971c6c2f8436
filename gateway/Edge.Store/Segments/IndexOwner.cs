using Edge.Store.Stacks;

namespace Edge.Store.Segments;

/// <summary>Which stack's programs keep an index, told by what its file begins with: each stack reads its own only, and the other's is no damage.</summary>
internal static class IndexOwner
{
    private const int Looked = 64;

    private static readonly (string Stack, int At, byte[] Mark)[] Marks = [("system", 0, [.. "SQLite format 3\0"u8]), ("managed", 32, [.. "** This is a LiteDB file **"u8])];

    /// <exception cref="OtherStackException">It is the other stack's.</exception>
    public static void Require(string index)
    {
        if (WhyNot(index) is { } refusal)
            throw refusal;
    }

    /// <returns>Null unless it is the other stack's.</returns>
    public static OtherStackException? WhyNot(string index) =>
        Marks.FirstOrDefault(Starts(index)).Stack is { } stack && stack != LogIndex.Stack ? new OtherStackException(index, stack, LogIndex.Stack) : null;

    private static Func<(string Stack, int At, byte[] Mark), bool> Starts(string index)
    {
        var start = new byte[Looked];
        try
        {
            using var file = File.OpenHandle(index, share: FileShare.ReadWrite | FileShare.Delete);
            _ = RandomAccess.Read(file, start, 0);
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            // Whoever opens it says why not.
        }

        return one => start.AsSpan(one.At).StartsWith(one.Mark);
    }
}
