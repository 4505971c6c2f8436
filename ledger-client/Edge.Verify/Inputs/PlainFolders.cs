namespace Edge.Verify.Inputs;

/// <summary>The folders in a log's folder are real ones: what lies behind a link belongs to something else, and may change without the folder changing.</summary>
/// <param name="root">The log's folder; may itself be reached through links.</param>
internal sealed class PlainFolders(string root)
{
    private const int MostRemembered = 1_000;
    private readonly HashSet<string> _real = [];

    /// <param name="name">A file's path from the root on, with <c>/</c>.</param>
    /// <exception cref="InputException">One of the folders to it is a link.</exception>
    public void Require(string name)
    {
        var last = name.LastIndexOf('/');
        if (last < 0 || _real.Contains(name[..last]))
            return;
        for (var end = name.IndexOf('/', StringComparison.Ordinal); end >= 0; end = name.IndexOf('/', end + 1))
        {
            var path = Path.Combine(root, name[..end]);
            if (new DirectoryInfo(path).LinkTarget is not null)
                throw new InputException(InputRole.Log, InputFault.CannotRead, path, "it is a link; a log's folders are real ones");
        }

        if (_real.Count == MostRemembered)
            _real.Clear();
        _real.Add(name[..last]);
    }
}
