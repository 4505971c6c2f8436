using Edge.Fuzz.Mutations;

namespace Edge.Fuzz.Runs;

/// <summary>The inputs that mutants are made of: the seeds for ever, and a bounded number of mutants that reached something new.</summary>
internal sealed class Corpus(IReadOnlyList<byte[]> seeds, Dice dice)
{
    private const int MostFinds = 400;
    private const int LongestFind = 16 * 1024;

    private readonly List<byte[]> _inputs = [.. seeds];

    public IReadOnlyList<byte[]> Inputs => _inputs;

    public void Keep(ReadOnlySpan<byte> input)
    {
        if (input.Length > LongestFind)
            return;
        if (_inputs.Count < seeds.Count + MostFinds)
            _inputs.Add(input.ToArray());
        else
            _inputs[seeds.Count + dice.Next(MostFinds)] = input.ToArray();
    }
}
