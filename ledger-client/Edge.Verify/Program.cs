using System.Text;
using Edge.Verify.Commands;

using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
using var errors = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false));
return (int)VerifyCommand.Run(args, Environment.GetEnvironmentVariable, output, errors);
