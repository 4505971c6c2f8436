using Edge.Sensors.Sampling;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Devices;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>One simulated chip, and both that read it.</summary>
internal interface IDriverPair : IDisposable
{
    /// <summary>The project's driver.</summary>
    ISensor Own { get; }

    /// <summary>The one on the binding.</summary>
    ISensor Bound { get; }

    /// <summary>What is wrong with the chip from now on.</summary>
    DeviceFault Fault { set; }

    /// <summary>How often it was asked something so far.</summary>
    int Moments { get; }

    /// <summary>One round of one of them.</summary>
    CollectedSamples Sample(ISensor sensor);

    /// <summary>The chip's supply dips when it has been asked so often: at once where it has.</summary>
    void BrownOutAt(int moment);
}
