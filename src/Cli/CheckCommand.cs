using System.CommandLine;
using Simulator.Experiments;

namespace Simulator.Cli;

/// <summary><c>simulator check</c>: reads scenarios, reports every problem, simulates nothing.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string[]> files = new("file") { Description = "Scenario files (YAML).", Arity = ArgumentArity.OneOrMore };
        Command command = new("check", "Read scenarios and report every problem; simulate nothing.") { files };
        command.SetAction(parsed =>
        {
            bool good = true;
            foreach (string file in parsed.GetRequiredValue(files))
            {
                if (Reading.Read(file) is { } study) Console.Out.WriteLine($"{file}: good, {Counted(study.Variants.Count, "variant")}, {Counted(study.Expectations.Count, "expectation")}");
                else good = false;
            }
            return good ? ExitCode.Met : ExitCode.BadInput;
        });
        return command;
    }

    private static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
