namespace Edge.Torture.Month;

/// <summary>Where the log of a month is written: in memory where there is room, because two and a half million commits, each made durable, take a disk hours.</summary>
internal static class MonthPlace
{
    private const string Memory = "/dev/shm";
    private const long MostBytesPerDay = 200_000_000;

    /// <summary>A new folder.</summary>
    /// <param name="otherwise">Makes one where there is no such memory, or not enough of it.</param>
    public static string Make(double days, Func<string> otherwise)
    {
        try
        {
            if (Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > days * MostBytesPerDay)
                return Directory.CreateDirectory(Path.Combine(Memory, $"edge-month-{Environment.ProcessId}")).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The disk will do.
        }

        return otherwise();
    }
}
