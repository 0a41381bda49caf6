using System.CommandLine;
using Simulator.Cli;

RootCommand root = new("When this goes down, what do we lose, for how long, and what would make it better?")
{
    RunCommand.Create(),
    CompareCommand.Create(),
    CheckCommand.Create(),
    ReplayCommand.Create(),
    SearchCommand.Create(),
    FitCommand.Create(),
    SensitivityCommand.Create(),
    ExplainCommand.Create(),
};

ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (string error in parsed.Errors.Select(error => error.Message).Distinct()) Console.Error.WriteLine(error);
    Console.Error.WriteLine("simulator --help shows what there is.");
    return ExitCode.BadInput;
}
return Guard.Run(() => parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }));
