namespace Edge.Bench.Wear;

/// <summary>A folder to write in, and how many bytes were written for what is in it.</summary>
internal interface IWriteMeter : IDisposable
{
    string Folder { get; }

    /// <summary>Bytes so far, what the kernel still had to write included. Called by the thread that writes.</summary>
    long Written();
}
