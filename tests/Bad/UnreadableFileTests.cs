using NUnit.Framework;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Bad;

/// <summary>Files that are no text, or too much of it.</summary>
public sealed class UnreadableFileTests
{
    /// <summary>The rules of the language that these tests break.</summary>
    public static readonly IReadOnlyList<string> Rules = ["file:missing", "file:directory", "file:too large", "file:not text"];

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("bad").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_missing_file() => Expect(Path.Combine(_folder, "gone.yaml"), "there is no such file");

    [Test]
    public void A_folder() => Expect(_folder, "this is a folder: name a scenario file in it");

    [Test]
    public void A_file_of_50_MB()
    {
        string path = Path.Combine(_folder, "large.yaml");
        using (FileStream file = File.Create(path)) file.SetLength(50_000_000);
        Expect(path, "the file is larger than 1 MB: a scenario is text written by hand");
    }

    [TestCase(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00 })]
    [TestCase(new byte[] { 0x61, 0x3A, 0x20, 0x00 })]
    [TestCase(new byte[] { 0xFF, 0xFE, 0x61, 0x00 })]
    [TestCase(new byte[] { 0x61, 0x3A, 0x20, 0xE9 })]
    public void A_file_that_is_not_text(byte[] bytes)
    {
        string path = Path.Combine(_folder, "binary.yaml");
        File.WriteAllBytes(path, bytes);
        Expect(path, "the file is not text in UTF-8: a scenario is a YAML file");
    }

    [Test]
    public void A_byte_order_mark_and_other_line_ends_are_fine()
    {
        string path = Path.Combine(_folder, "windows.yaml"), text = File.ReadAllText(Path.Combine(BadFile.Folder, "good.yaml"));
        foreach (string named in (string[])["faults.csv", "policy.yaml"]) File.Copy(Path.Combine(BadFile.Folder, named), Path.Combine(_folder, named));
        File.WriteAllText(path, "\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.That(ScenarioFile.Read(path).Problems, Is.Empty);
    }

    [Test]
    public void Random_bytes_and_cuts_of_a_good_file_never_throw()
    {
        const int seed = 20220405;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        string good = File.ReadAllText(Path.Combine(BadFile.Folder, "good.yaml"));
        const string Marks = "{}[]()#&*!|>'\"%@`,:- \n\t";
        for (int i = 0; i < 300; i++)
        {
            char[] text = good[..random.Next(good.Length)].ToCharArray();
            for (int k = 0; k < random.Next(4) && text.Length > 0; k++) text[random.Next(text.Length)] = Marks[random.Next(Marks.Length)];
            Assert.That(() => ScenarioFile.Parse(new string(text), "random.yaml"), Throws.Nothing, new string(text));
        }
    }

    private static void Expect(string path, string message)
    {
        ReadStudy read = ScenarioFile.Read(path);
        Assert.That(read.Study, Is.Null);
        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.EqualTo(new[] { $"{path}: {message}" }));
        Assert.That(Rules, Does.Contain(read.Problems[0].Rules[0]));
    }
}
