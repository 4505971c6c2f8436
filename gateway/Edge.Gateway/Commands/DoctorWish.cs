using Edge.Gateway.Configuration;
using Edge.Gateway.Doctor.Readings;
using Edge.Gateway.Doctor.Words;

namespace Edge.Gateway.Commands;

/// <summary>What is asked of an examination beside looking.</summary>
/// <param name="Simulate">Currents and channels in turn.</param>
/// <param name="Report">Where a report is to be written.</param>
/// <param name="Who">Who answers for it in the log.</param>
internal sealed record DoctorWish(bool Json, IReadOnlyList<string> Simulate, string? Report, string? Who)
{
    /// <exception cref="InputException">A current or a channel is none.</exception>
    public IReadOnlyList<LoopTrial> Trials(GatewayConfiguration configuration, DoctorWords words)
    {
        var (trials, loops) = (new List<LoopTrial>(), LoopTrial.Loops(configuration).ToList());
        for (var i = 0; i < Simulate.Count; i += 2)
        {
            if (LoopTrial.Currents(Simulate[i]) is not { } currents)
                throw new InputException(words.NotCurrent(Simulate[i]));
            if (i + 1 == Simulate.Count)
                throw new InputException(words.NoChannel(Simulate[i], loops));
            var asked = Simulate[i + 1] == "all" ? loops : [Simulate[i + 1]];
            if (asked.Count == 0 || asked.Except(loops).Any())
                throw new InputException(words.NoLoop(Simulate[i + 1], loops));
            trials.AddRange(asked.SelectMany(channel => currents.SelectMany(current => LoopTrial.Of(configuration, channel, current))));
        }

        return trials;
    }
}
