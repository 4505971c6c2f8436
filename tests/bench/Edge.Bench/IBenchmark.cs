using Edge.Bench.Reports;

namespace Edge.Bench;

/// <summary>Measures one thing beside what it is compared with, in one run, in turn.</summary>
internal interface IBenchmark
{
    /// <param name="folder">An empty folder on the disk to be measured; removed afterwards.</param>
    /// <param name="progress">Told what is going on, for people who wait.</param>
    /// <exception cref="BenchException">It cannot be measured here; the message says why.</exception>
    Task<BenchReport> RunAsync(string folder, Action<string> progress, CancellationToken cancellationToken);
}
