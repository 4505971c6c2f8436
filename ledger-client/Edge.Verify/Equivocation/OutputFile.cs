using Edge.Verify.Inputs;

namespace Edge.Verify.Equivocation;

/// <summary>Writes a file whole or not at all.</summary>
internal static class OutputFile
{
    /// <exception cref="InputException">It cannot be written there.</exception>
    public static void Write(string path, byte[] bytes)
    {
        try
        {
            var temporary = path + ".part";
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException(InputRole.Output, InputFault.CannotWrite, path, e.Message);
        }
    }
}
