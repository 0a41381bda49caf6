using System.Text.RegularExpressions;

namespace Simulator.Tests.Architecture;

/// <summary>
/// The same scenario and seed give the same bytes on any machine. So the three layers that make numbers know no clock, no luck but the named streams, no thread
/// pool and no culture; and where time and chance are simulated, no arithmetic whose last bits the processor decides.
/// </summary>
[Parallelizable(ParallelScope.All)]
public partial class ForbiddenCalls
{
    private static readonly string[] s_deterministic = ["src/Kernel", "src/Models", "src/Experiments"];
    private static readonly string[] s_bitwiseEqual = ["src/Kernel", "src/Models"];

    [Test]
    public void Nothing_depends_on_clock_luck_threads_or_culture() => Assert.That(Hits(s_deterministic, Surroundings()), Is.Empty);

    [Test]
    public void No_last_bit_depends_on_the_processor() => Assert.That(Hits(s_bitwiseEqual, PlatformArithmetic()), Is.Empty, "PureMath has them");

    [Test]
    public void Nothing_is_walked_through_in_the_order_of_a_hash_table() =>
        Assert.That(Repository.Code(s_deterministic).SelectMany(file => HashOrder(file, BareCode.Of(Repository.Read(file)))), Is.Empty, "keep a list beside the table");

    [TestCase("x = DateTime.UtcNow;")]
    [TestCase("new Random(3)")]
    [TestCase("Stopwatch.StartNew()")]
    [TestCase("Parallel.For(0, 3, _ => { })")]
    [TestCase("CultureInfo.CurrentCulture")]
    public void Surroundings_are_recognized(string code) => Assert.That(code, Does.Match(Surroundings()));

    [TestCase("Math.Log(x)", true)]
    [TestCase("double.Exp(x)", true)]
    [TestCase("MathF.Sqrt(x)", true)]
    [TestCase("PureMath.Log(x)", false)]
    [TestCase("Math.Sqrt(x)", false)]
    [TestCase("Math.Floor(x)", false)]
    public void Arithmetic_of_the_platform_is_recognized(string code, bool hit) => Assert.That(PlatformArithmetic().IsMatch(code), Is.EqualTo(hit));

    [TestCase("Dictionary<string, int> _byName = []; foreach (var (name, x) in _byName) { }", true)]
    [TestCase("Dictionary<string, List<int>> found = []; a = [.. found.Values];", true)]
    [TestCase("HashSet<int> seen = []; return seen.Select(x => x);", true)]
    [TestCase("HashSet<int> seen = []; foreach (int x in all) if (seen.Add(x)) { }", false)]
    public void Order_of_a_hash_table_is_recognized(string code, bool hit) => Assert.That(HashOrder("x.cs", code).Any(), Is.EqualTo(hit));

    private static IEnumerable<string> Hits(string[] folders, Regex forbidden) =>
        Repository.Code(folders).SelectMany(file => forbidden.Matches(BareCode.Of(Repository.Read(file))).Select(hit => Place(file, BareCode.Of(Repository.Read(file)), hit)));

    /// <summary>Every table that the file itself declares; one that it gets from elsewhere is not seen.</summary>
    private static IEnumerable<string> HashOrder(string file, string code)
    {
        string[] tables = [.. HashTable().Matches(code).Select(found => found.Groups["name"].Value).Distinct()];
        if (tables.Length == 0) return [];
        string name = $@"(?<![\w.])(?:this\.)?(?:{string.Join('|', tables)})\b";
        var walk = new Regex($@"\bin\s+{name}\s*\)|\.\.\s*{name}\s*[\],]|{name}\.(?:Values|Keys|Select|SelectMany|Where|First|Last|ToArray|ToList|Aggregate|Sum|Zip)\b");
        return walk.Matches(code).Select(hit => Place(file, code, hit));
    }

    private static string Place(string file, string code, Match hit) => $"{file}:{code.AsSpan(0, hit.Index).Count('\n') + 1}: {hit.Value}";

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bTimeProvider\b|\bStopwatch\b|\bEnvironment\.TickCount|\bRandom\.Shared\b|\bnew\s+Random\s*\(|\bGuid\.NewGuid\b|\bRandomNumberGenerator\b|\bTask\.(Run|Delay|Factory)\b|\bThreadPool\b|\bParallel\.|\.AsParallel\b|\bThread\.Sleep\b|\bCultureInfo\.Current|\bTimeZoneInfo\.Local\b|\bEnvironment\.GetEnvironmentVariable")]
    private static partial Regex Surroundings();

    [GeneratedRegex(@"\b(Math|double|float)\.(Log|Log2|Log10|LogP1|Log2P1|Log10P1|Exp|ExpM1|Exp2|Exp10|Pow|Sin|Cos|Tan|SinCos|Sinh|Cosh|Tanh|Asin|Acos|Atan|Atan2|Asinh|Acosh|Atanh|Cbrt|RootN|Hypot|FusedMultiplyAdd|MultiplyAddEstimate|ReciprocalEstimate|ReciprocalSqrtEstimate)\b|\bMathF\.")]
    private static partial Regex PlatformArithmetic();

    [GeneratedRegex(@"\b(?:I(?:ReadOnly)?Dictionary|Dictionary|HashSet|I(?:ReadOnly)?Set|ConcurrentDictionary)<[^;=(){}]*>\??\s+(?<name>\w+)\s*(?=[=;,){])|\bvar\s+(?<name>\w+)\s*=\s*new\s+(?:Dictionary|HashSet)<")]
    private static partial Regex HashTable();
}
