namespace Edge.Verify.Commands;

/// <summary>The command line is wrong; nothing was opened.</summary>
/// <param name="about">The argument it is about; may be empty.</param>
public sealed class UsageException(UsageFault fault, string about) : Exception($"{fault}: {about}")
{
    public UsageFault Fault { get; } = fault;

    public string About { get; } = about;
}
