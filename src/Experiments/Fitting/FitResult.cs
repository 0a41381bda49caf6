using Simulator.Models.Distributions.Data;

namespace Simulator.Experiments.Fitting;

/// <summary>What became of fitting all families to a column of data.</summary>
/// <param name="Source">The file, as messages call it.</param>
/// <param name="Column">The data.</param>
/// <param name="Data">The same, sorted.</param>
/// <param name="Seed">Seed of the samples that are drawn anew.</param>
/// <param name="Samples">How many of them were drawn for each family.</param>
/// <param name="Ranked">The families: those that are not rejected first, then by AICc.</param>
/// <param name="LeftOut">The families that were not fitted, and why.</param>
public sealed record FitResult(
    string Source, DataColumn Column, FitData Data, ulong Seed, int Samples, IReadOnlyList<FamilyFit> Ranked, IReadOnlyList<(string Family, string Why)> LeftOut)
{
    /// <summary>Fewer values than these tell no family from another.</summary>
    public const int Enough = 10;

    private const double Close = 2; // K. P. Burnham and D. R. Anderson, "Model Selection and Multimodel Inference", 2002: within 2 both are supported
    private const double ManyTies = 0.1;

    /// <summary>The best family that the data do not speak against; null where there is none.</summary>
    public FamilyFit? Best => Ranked.FirstOrDefault(fit => !fit.IsRejected);

    /// <summary>Whether there are enough values for the ranking to mean something.</summary>
    public bool IsEnough => Data.Count >= Enough;

    /// <summary>The data as a distribution of their own, as a scenario beside the file says it; null where censored values, or a unit that the file does not tell, forbid that.</summary>
    public string? Empirical => !Data.IsWhole || !Column.TellsItsUnit ? null : $"empirical({Path.GetFileName(Source)}{(Column.IsOneOfSeveral ? $" column {Column.Name}" : "")})";

    /// <summary>What must be known before the result is used.</summary>
    public IReadOnlyList<string> Remarks =>
    [
        .. Told(!IsEnough, $"{Data.Count} values are too few to tell one family from another: at least {Enough} are needed, fifty are better"),
        .. Told(Best is null && Ranked.Count > 0, $"no family fits: the data speak against each (p below {FamilyFit.Level * 100:0} %); use the data themselves, or look whether they are a mix of several things"),
        .. Told(IsClose, $"{Best?.Family} and {Second?.Family} cannot be told apart (AICc within {Close:0}); the choice matters in the tail alone"),
        .. Told(!Data.IsWhole, $"{Data.Censored.Length} of {Data.Count} values are known only to be larger: they count in the likelihood; the tests, which have no answer to them, are left out"),
        .. Told(Data.Ties > ManyTies * Data.Exact.Length, $"{Data.Ties} of {Data.Exact.Length} values equal another one, as rounded values do: the tests take them for exact, so their p is too small"),
        .. Told(Column.IsWithoutUnit, "the numbers have no unit and are taken as plain amounts; --unit s makes them seconds"),
    ];

    private FamilyFit? Second => Ranked.Where(fit => !fit.IsRejected).Skip(1).FirstOrDefault();

    private bool IsClose => Best is { } best && Second is { } second && second.Aicc - best.Aicc < Close;

    private static string[] Told(bool holds, string remark) => holds ? [remark] : [];
}
