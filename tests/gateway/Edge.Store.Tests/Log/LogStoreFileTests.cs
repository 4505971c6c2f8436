using Edge.Store.Log;

namespace Edge.Store.Tests.Log;

/// <summary>The contract, for the store of the stack this was built with.</summary>
public class LogStoreFileTests : LogStoreContract
{
    protected override ILogStore Open(string path) => LogStoreFile.Open(path);

    protected override ILogReader OpenReader(string path) => LogStoreFile.OpenReader(path);
}
