namespace Edge.Vm.Disks;

/// <summary>One request of the NBD protocol.</summary>
/// <param name="Handle">Given back with the answer.</param>
/// <param name="Bytes">What is to be written.</param>
internal readonly record struct NbdRequest(NbdCommand Command, ulong Handle, long Offset, int Length, byte[] Bytes);

/// <summary>Those of the protocol that a disk without discarding is asked.</summary>
internal enum NbdCommand
{
    Read = 0,
    Write = 1,
    Disconnect = 2,
    Flush = 3,
}
