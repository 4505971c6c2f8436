using Edge.Gateway.Export;

namespace Edge.Gateway.Commands.Answers;

/// <summary>What an export as tiles came to.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Origin">The log's name.</param>
/// <param name="Size">Entries under the checkpoint it is exported under.</param>
/// <param name="Accepted">Whether the city accepted that checkpoint.</param>
/// <param name="FirstEntry">From which on none was evicted.</param>
/// <param name="Lost">Entries that are not in it because they are damaged.</param>
/// <param name="FilesWritten">That were not there before, or not right.</param>
/// <param name="FilesKept">That were there already.</param>
internal sealed record TilesAnswer(string Folder, string Origin, ulong Size, bool Accepted, ulong FirstEntry, ulong Lost, long Bytes, ulong FilesWritten, ulong FilesKept)
{
    public int Version { get; init; } = 1;

    public static TilesAnswer Of(ExportSum sum, string folder) => new(
        folder, sum.Under.Checkpoint.Origin, sum.Under.Checkpoint.Size, sum.Under.IsAccepted, sum.FirstEntry, sum.Lost, sum.Bytes, sum.Written, sum.Kept);
}
