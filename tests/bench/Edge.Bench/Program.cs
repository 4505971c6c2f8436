using Edge.Bench;
using Edge.Bench.Audit;
using Edge.Bench.Seal;

if (args is [AuditChild.Verb, _, _, _])
    return AuditChild.Run(args, TimeProvider.System);
if (args is [SealChild.Verb])
    return SealChild.Run();
return await BenchCommand.RunAsync(args);
