
namespace Edge.Store.Segments;

/// <summary>An empty file beside the index (<c>index.db-check</c>): damage was met in it, so the next open looks through the whole of it.</summary>
/// <param name="write">Only the writer leaves a note: a reader may be another user.</param>
internal sealed class DamageMark(string index, bool write)
{
    private readonly string _path = index + "-check";

    public bool IsThere => File.Exists(_path);

    public void Write()
    {
        try
        {
            if (write && !IsThere)
                File.Create(_path).Dispose();
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            // The damage is met and said again.
        }
    }

    public void Remove()
    {
        try
        {
            File.Delete(_path);
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            // Then the next open looks through it again.
        }
    }
}
