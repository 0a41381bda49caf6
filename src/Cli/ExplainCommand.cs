using System.CommandLine;
using Simulator.ScenarioFiles;

namespace Simulator.Cli;

/// <summary><c>simulator explain</c>: the scenario language, from the records that read it.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        Argument<string> word = new("word") { Description = "Only the keys whose path holds this word.", DefaultValueFactory = _ => "" };
        Command command = new("explain", "Print the scenario language: every key, its unit, default and origin.") { word };
        command.SetAction(parsed =>
        {
            Console.Out.Write(Explain.Text(parsed.GetRequiredValue(word)));
            return ExitCode.Met;
        });
        return command;
    }
}
