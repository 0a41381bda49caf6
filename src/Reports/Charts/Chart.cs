using ScottPlot;
using Simulator.Reports.Drawing;

namespace Simulator.Reports.Charts;

/// <summary>
/// A chart: the data that a recipe took from a result, and how it is drawn. Each recipe is one file with one record in it;
/// <see cref="Gallery"/> names them all.
/// </summary>
/// <param name="Name">Name of its files: "restored".</param>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">What to look for, and what was left out.</param>
public abstract record Chart(string Name, string Title, string Caption)
{
    /// <summary>Width of the picture in pixels.</summary>
    public const int Width = 1200;

    /// <summary>Height of the plot in pixels, without title, key and caption.</summary>
    public virtual int Height => 560;

    /// <summary>What colours and lines mean, in the order in which the key lists them.</summary>
    public abstract IReadOnlyList<Key> Keys { get; }

    /// <summary>Draws the data, axes and their titles.</summary>
    public abstract void Draw(Plot plot);
}
