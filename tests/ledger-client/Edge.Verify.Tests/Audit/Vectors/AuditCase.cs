namespace Edge.Verify.Tests.Audit.Vectors;

/// <summary>A folder to be audited: a log of the vectors, and what is changed in it.</summary>
/// <param name="Policy">Its place among <see cref="AuditCases.Policies"/>.</param>
internal sealed record AuditCase(string Name, VectorLog Log, int Policy, params FileChange[] Changes);
