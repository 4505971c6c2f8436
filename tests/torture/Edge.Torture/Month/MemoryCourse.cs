namespace Edge.Torture.Month;

/// <summary>What the process had in memory over the run, in bytes.</summary>
internal sealed class MemoryCourse
{
    private readonly List<(long Managed, long Resident)> _samples = [];

    public long MostManaged => _samples.Max(s => s.Managed);

    public long MostResident => _samples.Max(s => s.Resident);

    /// <summary>How much more the second half needed than the first, the start left out.</summary>
    public (long Managed, long Resident) Growth
    {
        get
        {
            var (first, second) = (_samples[(_samples.Count / 4)..(_samples.Count / 2)], _samples[(_samples.Count / 2)..]);
            return (second.Max(s => s.Managed) - first.Max(s => s.Managed), second.Max(s => s.Resident) - first.Max(s => s.Resident));
        }
    }

    public void Sample() => _samples.Add((GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet));
}
