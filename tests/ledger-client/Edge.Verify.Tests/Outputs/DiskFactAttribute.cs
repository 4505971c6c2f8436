namespace Edge.Verify.Tests.Outputs;

/// <summary>Needs a block device, which only root may make.</summary>
internal sealed class DiskFactAttribute : FactAttribute
{
    public DiskFactAttribute() => Skip = Environment.IsPrivilegedProcess ? null : "only root may make a device";
}
