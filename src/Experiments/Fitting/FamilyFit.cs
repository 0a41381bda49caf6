using Simulator.Models.Distributions;

namespace Simulator.Experiments.Fitting;

/// <summary>A distance between data and a fitted distribution, and how often it would be as large by chance.</summary>
/// <param name="Distance">The distance.</param>
/// <param name="Probability">Share of samples drawn from the fitted distribution, each fitted anew, whose distance is at least as large.</param>
public readonly record struct GoodnessOfFit(double Distance, double Probability);

/// <summary>An estimated parameter.</summary>
/// <param name="Parameter">What was estimated.</param>
/// <param name="StandardError">Standard deviation of the estimates from samples drawn anew.</param>
public readonly record struct EstimatedParameter(Parameter Parameter, double StandardError);

/// <summary>A family fitted to data.</summary>
/// <param name="Family">The family's word.</param>
/// <param name="Text">The distribution as a scenario says it, to four digits.</param>
/// <param name="Law">What the language reads from that text.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="LogLikelihood">Logarithm of the likelihood.</param>
/// <param name="Aic">Akaike's criterion (H. Akaike, 1974): smaller is better.</param>
/// <param name="Aicc">The same for small samples (C. M. Hurvich and C.-L. Tsai, Biometrika 76, 1989).</param>
/// <param name="Bic">Schwarz's criterion (G. Schwarz, Annals of Statistics 6, 1978).</param>
/// <param name="KolmogorovSmirnov">The test of Kolmogorov and Smirnov; null for censored data.</param>
/// <param name="AndersonDarling">The test of Anderson and Darling; null for censored data.</param>
public sealed record FamilyFit(
    string Family, string Text, Distribution Law, IReadOnlyList<EstimatedParameter> Parameters, double LogLikelihood, double Aic, double Aicc, double Bic,
    GoodnessOfFit? KolmogorovSmirnov, GoodnessOfFit? AndersonDarling)
{
    /// <summary>Below this probability a family is not believed.</summary>
    public const double Level = 0.05;

    /// <summary>Whether the data speak against the family: Anderson and Darling's test decides, as it looks into the tails.</summary>
    public bool IsRejected => AndersonDarling is { } test && test.Probability < Level;
}
