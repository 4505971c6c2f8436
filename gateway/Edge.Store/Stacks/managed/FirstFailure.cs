using System.Runtime.ExceptionServices;
using Edge.Store.Segments;

namespace Edge.Store.Stacks;

/// <summary>
/// The first write that the file system refused to one LiteDB engine. LiteDB must not hear of it: a commit that an exception ends leaves a transaction that throws once
/// more, from its finalizer, which ends the process. It is told that all is well, nothing is written any more, and the engine is let go of when its work has returned.
/// </summary>
internal sealed class FirstFailure
{
    private ExceptionDispatchInfo? _found;

    /// <summary>Whether there was one: the files are behind what the engine believes.</summary>
    public bool IsThere => _found is not null;

    /// <summary>Writes, unless something failed before.</summary>
    public void Try(Action write)
    {
        if (IsThere)
            return;
        try
        {
            write();
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            _found = ExceptionDispatchInfo.Capture(failure);
        }
    }

    /// <summary>Throws it where it can be handled; does nothing if there was none.</summary>
    public void Throw() => _found?.Throw();

    /// <summary>It; null if there was none.</summary>
    public Exception? Found => _found?.SourceException;
}
