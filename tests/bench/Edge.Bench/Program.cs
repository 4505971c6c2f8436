using Edge.Bench;

return await BenchCommand.RunAsync(args);
