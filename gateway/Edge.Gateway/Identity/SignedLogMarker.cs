using System.Text;
using Edge.Gateway.Configuration;
using Edge.Gateway.Hosting;
using Edge.Gateway.Outputs;
using Edge.Store.Log;
using Edge.Store.Tree;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Identity;

/// <summary>
/// Says beside the key (<c>&lt;key file&gt;.log</c>) that it has signed a log and where that log is kept: text lines <c>edge-gateway-log/v1</c>, origin,
/// the store's path. Without it a gateway that lost its store would sign a second history from entry 0, which the city never accepts.
/// </summary>
public sealed class SignedLogMarker
{
    private const string Version = "edge-gateway-log/v1";

    private readonly string _file;
    private readonly string _origin;
    private readonly string _store;
    private readonly string _text;
    private bool _written;
    private bool _complained;

    public SignedLogMarker(GatewayConfiguration configuration)
    {
        _file = configuration.KeyFile + ".log";
        _origin = configuration.Origin.ToString();
        _store = configuration.Store.Folder;
        _text = $"{Version}\n{_origin}\n{_store}\n";
    }

    /// <summary>Why the gateway may not start: its key has signed a log, and the store has none, or another one while that is still there. Null when it may. Looks before the store is opened, which would make a new one.</summary>
    /// <exception cref="IOException">The marker cannot be read.</exception>
    public string? WhyNot() => Directory.Exists(_store) ? null : LostLog();

    /// <inheritdoc cref="WhyNot()"/>
    /// <param name="log">The store, opened.</param>
    public string? WhyNot(MerkleLog log) => log.View.Store.NewestCheckpoint() is null ? LostLog() : OtherLog();

    /// <summary>Whether the key has signed a log of this origin, so far as can be seen.</summary>
    public bool HasSigned()
    {
        try
        {
            return LostLog() is not null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Notes durably that the log was signed. Called before others hear of a checkpoint; what fails is tried again at the next one.</summary>
    public void Note(ILogger logger)
    {
        if (_written)
            return;
        try
        {
            if (FileType.IsSpecial(_file))
                File.Delete(_file);
            if (!File.Exists(_file) || File.ReadAllText(_file, Encoding.UTF8) != _text)
                Write();
            _written = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (!_complained)
                logger.MarkerNotWritten(_file, e.Message);
            _complained = true;
        }
    }

    private string? LostLog()
    {
        if (FileType.IsSpecial(_file))
            return $"{_store} holds no log, and {_file}, which says whether the key of {_origin} has signed one, is no file. A second log under this name would be refused by the city for ever. Restore the log; if there never was one, remove {_file}.";
        if (!IsOurs(out var kept))
            return null;
        var known = kept ?? _store;
        return $"{_store} holds no log, but the key of {_origin} has signed one, kept in {known} (so says {_file}). A second log under this name would be refused by the city for ever. "
            + "Restore the log: name its folder under store: in the configuration, or copy it back. If it is lost, make a new identity: edge-gateway keygen with another gateway id, and have the city admit it.";
    }

    /// <summary>The log that was signed last is another one, and still where it was: this one is its copy.</summary>
    private string? OtherLog() => IsOurs(out var known) && known is not null && FileIdentity.Of(known) is { } other && other != FileIdentity.Of(_store) && LogFolder.IsLog(known)
        ? IdentityWords.AnotherLog(_store, known, _origin, _file)
        : null;

    /// <summary>Whether the mark is there and of this gateway.</summary>
    /// <param name="known">Where it says that the log is; null if it was cut short.</param>
    private bool IsOurs(out string? known)
    {
        known = null;
        if (!File.Exists(_file) || FileType.IsSpecial(_file))
            return false;
        var lines = File.ReadAllLines(_file, Encoding.UTF8);
        known = lines.Length > 2 ? lines[2] : null;
        return lines.Length < 2 || lines[1] == _origin;
    }

    private void Write()
    {
        using var file = new FileStream(_file, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        file.Write(Encoding.UTF8.GetBytes(_text));
        file.Flush(flushToDisk: true);
    }
}
