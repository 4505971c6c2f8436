using Edge.Gateway.Evidence;

namespace Edge.Gateway.Commands.Answers;

/// <summary>What an evidence file that was cut holds.</summary>
/// <param name="File">Where it was written.</param>
/// <param name="Bytes">Of the file.</param>
/// <param name="First">Index of the first entry that was asked for.</param>
/// <param name="Last">Of the last.</param>
/// <param name="Complete">Whether nothing between them is missing.</param>
/// <param name="Readings">How many, by channel.</param>
/// <param name="Notes">What it does not have although it was asked for, in words.</param>
internal sealed record EvidenceAnswer(string Gateway, string File, long Bytes, ulong First, ulong Last, bool Complete, IReadOnlyDictionary<string, int> Readings, int Gaps, int OtherEntries, IReadOnlyList<string> Notes)
{
    public int Version { get; init; } = 1;

    public static EvidenceAnswer Of(EvidenceSum sum, string gateway, string file, IReadOnlyList<string> notes) => new(
        gateway, file, sum.Bytes, sum.Whole?.First ?? sum.First, sum.Whole?.Last ?? sum.Last, sum.Whole is not null, sum.Channels.ToDictionary(c => c.Channel, c => c.Readings), sum.Gaps, sum.Others, notes);
}
