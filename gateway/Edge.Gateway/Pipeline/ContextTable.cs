using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;

namespace Edge.Gateway.Pipeline;

/// <summary>What is in force for each channel, and the context hash its readings carry; computed once per channel and change.</summary>
internal sealed class ContextTable(TreeHasher hasher, int channels)
{
    private readonly Hash32[] _configurations = new Hash32[channels];
    private readonly Hash32[] _calibrations = new Hash32[channels];
    private readonly Hash32?[] _hashes = new Hash32?[channels];
    private Hash32 _boot, _clock;

    /// <summary>Leaf hash of the last seal; zeros before the first.</summary>
    public Hash32 Seal { get; private set; }

    public void Boot(in Hash32 leaf)
    {
        _boot = leaf;
        _clock = default;
        Array.Clear(_hashes);
    }

    public void Clock(in Hash32 leaf)
    {
        _clock = leaf;
        Array.Clear(_hashes);
    }

    public void Sealed(in Hash32 leaf)
    {
        Seal = leaf;
        Array.Clear(_hashes);
    }

    public void Configuration(int channel, in Hash32 leaf) => _configurations[channel] = leaf;

    public void Calibration(int channel, in Hash32 leaf)
    {
        _calibrations[channel] = leaf;
        _hashes[channel] = null;
    }

    /// <summary>Leaf hashes; zeros where there is none.</summary>
    public (Hash32 Configuration, Hash32 Calibration) InForce(int channel) => (_configurations[channel], _calibrations[channel]);

    public Hash32 Of(int channel) => _hashes[channel] ??=
        new ReadingContext(_boot, _configurations[channel], _calibrations[channel], _clock, Seal).Hash(hasher);
}
