using System.CommandLine;
using Simulator.ScenarioFiles;

namespace Simulator.Cli;

/// <summary><c>simulator explain</c>: the scenario language, from the records that read it.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        Argument<string> path = new("path") { Description = "Only this part, such as databases.*.backups.", DefaultValueFactory = _ => "" };
        Command command = new("explain", "Print the scenario language: every key, its unit, default and origin.") { path };
        command.SetAction(parsed =>
        {
            string wanted = parsed.GetRequiredValue(path);
            if (Explain.Section(wanted) is not { } text)
            {
                Console.Error.WriteLine($"the language has no part '{wanted}'; simulator explain prints it all");
                return ExitCode.BadInput;
            }
            Console.Out.Write(text);
            return ExitCode.Met;
        });
        return command;
    }
}
