using Edge.Bench;
using Edge.Bench.Audit;

if (args is [AuditChild.Verb, _, _, _])
    return AuditChild.Run(args, TimeProvider.System);
return await BenchCommand.RunAsync(args);
