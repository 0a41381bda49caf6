using ScottPlot;
using Simulator.Experiments.Searching;
using Simulator.Reports.Drawing;

namespace Simulator.Reports.Charts;

/// <summary>The colour of each status of a design: what is out of the question is grey.</summary>
internal static class DesignInks
{
    /// <summary>The colour.</summary>
    internal static Color Of(DesignStatus status) => status switch
    {
        DesignStatus.Best => Inks.Green,
        DesignStatus.Tied => Inks.Orange,
        DesignStatus.Unproven => Inks.Purple,
        DesignStatus.Infeasible => Inks.Muted,
        _ => s_grey,
    };

    private static readonly Color s_grey = new("#B4BCC6");
}
