namespace Edge.Sensors.Catalog;

/// <summary>One setting that cannot be.</summary>
/// <param name="Option">Its name as written in the configuration.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public readonly record struct OptionProblem(string Option, string Message);
