// Every town is eight processes: two towns keep two cores busy.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
