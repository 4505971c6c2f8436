using System.Runtime.InteropServices;

namespace Edge.Verify.Outputs;

/// <summary>What the system refuses, as a fault with the system's own words for it.</summary>
internal static class OutputFaults
{
    internal const int TooManyLinks = 40;
    private const int NoEntry = 2;
    private const int InputOutput = 5;
    private const int NameTooLong = 36;

    /// <exception cref="OutputException">The system refused.</exception>
    public static T Told<T>(OutputKind kind, string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (UnauthorizedAccessException)
        {
            throw new OutputException(kind, OutputFault.Denied, path, "");
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw new OutputException(kind, OutputFault.CannotWrite, path, Reason(e));
        }
    }

    /// <summary>By the error's number, without the path: that of the file beside would be of no use to anyone.</summary>
    private static string Reason(Exception e) => Marshal.GetPInvokeErrorMessage(e switch
    {
        FileNotFoundException or DirectoryNotFoundException => NoEntry,
        PathTooLongException => NameTooLong,
        IOException { HResult: > 0 and < 4096 } => e.HResult,
        _ => InputOutput,
    });
}
