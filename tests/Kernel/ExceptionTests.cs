using System.Reflection;
using System.Runtime.CompilerServices;
using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Kernel.Waits;
using static Simulator.Tests.Kernel.Trial;

namespace Simulator.Tests.Kernel;

[Parallelizable(ParallelScope.All)]
public class ExceptionTests
{
    private static string TopLine(Exception exception) => exception.StackTrace!.Split('\n')[0];

    [Test]
    public void Exception_leaves_the_run_at_once_with_the_line_of_the_model_on_top()
    {
        Simulation simulation = New();
        int later = 0;
        simulation.Forever.Start(Break());
        simulation.Forever.Start(Later());
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => simulation.Run(At(10)))!;
        Assert.Multiple(() =>
        {
            Assert.That(thrown.Message, Is.EqualTo("broken"));
            Assert.That(TopLine(thrown), Does.Contain("Break").And.Contain("ExceptionTests.cs:line"));
            Assert.That(later, Is.Zero);
            Assert.That(simulation.Now, Is.EqualTo(At(1)));
            Assert.That(() => simulation.Run(At(20)), Throws.InvalidOperationException, "a broken simulation does not go on");
        });

        async Process Break()
        {
            await simulation.Forever.Wait(Seconds(1));
            throw new InvalidOperationException("broken");
        }
        async Process Later()
        {
            await simulation.Forever.Wait(Seconds(1));
            later++;
        }
    }

    [Test]
    public void Misuse_of_a_wait_shows_the_line_of_the_model_on_top()
    {
        Simulation simulation = New();
        simulation.Forever.Start(WaitBackwards());
        ArgumentOutOfRangeException thrown = Assert.Throws<ArgumentOutOfRangeException>(() => simulation.Run(At(10)))!;
        Assert.That(TopLine(thrown), Does.Contain("WaitBackwards"));

        async Process WaitBackwards() => await simulation.Forever.Wait(Seconds(-1));
    }

    [Test]
    public void Exception_of_a_callee_can_be_caught_by_its_caller()
    {
        var log = new List<string>();
        Run(Outer);
        Assert.That(string.Join(", ", log), Is.EqualTo("at once, later"));

        async Process Outer(Lifetime life)
        {
            for (int i = 0; i < 2; i++)
            {
                try
                {
                    await Inner(life, i == 0 ? "at once" : "later");
                }
                catch (FormatException exception)
                {
                    Assert.That(TopLine(exception), Does.Contain("Inner"));
                    log.Add(exception.Message);
                }
            }
        }
        async Process Inner(Lifetime life, string what)
        {
            if (what == "later") await life.Wait(Seconds(1));
            throw new FormatException(what);
        }
    }

    [Test]
    public void Only_awaiters_of_the_kernel_compile_inside_a_process()
    {
        MethodInfo[] methods = [.. typeof(ProcessMethodBuilder).GetMethods().Where(method => method.Name.EndsWith("OnCompleted", StringComparison.Ordinal))];
        Assert.That(methods, Has.Length.EqualTo(2));
        foreach (MethodInfo method in methods)
        {
            Type[] constraints = method.GetGenericArguments()[0].GetGenericParameterConstraints();
            Assert.That(constraints, Does.Contain(typeof(IKernelAwaiter)));
        }
        Assert.That(typeof(IKernelAwaiter).IsAssignableFrom(typeof(TaskAwaiter)), Is.False);
        Assert.That(typeof(IKernelAwaiter).GetMethod("Suspend", BindingFlags.Instance | BindingFlags.NonPublic)!.IsAssembly, Is.True, "nobody else can implement it");
    }
}
