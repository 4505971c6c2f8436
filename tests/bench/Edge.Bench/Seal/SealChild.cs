namespace Edge.Bench.Seal;

/// <summary>The measurement in a process of its own, as the runtime's switches are read when it starts: <c>edge-bench measure-seal</c>.</summary>
internal static class SealChild
{
    public const string Verb = "measure-seal";

    public static int Run()
    {
        Console.Out.WriteLine(new SealRounds().Measure().ToLine());
        return 0;
    }
}
