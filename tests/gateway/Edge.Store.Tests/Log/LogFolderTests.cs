using Edge.Store.Log;

namespace Edge.Store.Tests.Log;

/// <summary>The contract, for the store of the stack this was built with.</summary>
public class LogFolderTests : LogStoreContract
{
    protected override ILogStore Open(string path) => LogFolder.Open(path);

    protected override ILogStore OpenInSmallParts(string path) => LogFolder.Open(path, options: SampleLog.SmallParts);

    protected override ILogReader OpenReader(string path) => LogFolder.OpenReader(path);
}
