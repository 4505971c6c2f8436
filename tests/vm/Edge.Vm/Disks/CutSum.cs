namespace Edge.Vm.Disks;

/// <summary>What became of the writes that were not flushed when the power was cut.</summary>
public readonly record struct CutSum(int Kept, int Lost, int Torn)
{
    public override string ToString() => $"{Kept} kept, {Lost} lost, {Torn} torn";
}
