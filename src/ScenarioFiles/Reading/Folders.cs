using Simulator.Models.Language;
using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Reading;

/// <summary>Where the files stand that a scenario names: beside the file that names them, which may be the scenario's base.</summary>
/// <param name="file">The scenario file, as it was named.</param>
internal sealed class Folders(string file)
{
    private readonly Dictionary<string, Folder> _known = [];

    /// <summary>The folder of what is written at a place.</summary>
    public Folder Of(Position at)
    {
        string path = Path.GetDirectoryName(at.File ?? file) ?? "";
        if (!_known.TryGetValue(path, out Folder? folder)) _known.Add(path, folder = new Folder(path));
        return folder;
    }
}
