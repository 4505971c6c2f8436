using Edge.Fuzz;

return FuzzCommand.Run(args);
