using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Tests.Kernel;

namespace Simulator.Tests.Theory;

/// <summary>Customers that come at random and are served; what was seen of them after a warm-up.</summary>
internal sealed class Queue
{
    private const int WarmUp = 1000;

    private readonly Simulation _simulation;
    private readonly Func<Lifetime, Queue, Process> _serve;
    private readonly int _customers;
    private int _arrived;
    private double _area;
    private Instant _areaUntil;

    private Queue(int trial, int customers, Func<Simulation, Func<Lifetime, Queue, Process>> service)
    {
        _simulation = Trial.New(trial);
        _customers = customers;
        _serve = service(_simulation);
        Draws = _simulation.Streams.Get("service", "length");
    }

    public RandomStream Draws { get; }

    public int InSystem { get; private set; }

    public double MeanSojourn { get; private set; }

    public double MeanWait { get; private set; }

    public double ShareThatWaits { get; private set; }

    /// <summary>The time average over the whole run.</summary>
    public double MeanInSystem { get; private set; }

    /// <summary>Customers a second over the whole run.</summary>
    public double Throughput { get; private set; }

    /// <summary>The mean over all customers, without a warm-up.</summary>
    public double MeanSojournOfAll { get; private set; }

    /// <summary>A run that starts and ends empty. A customer arrives every second on average.</summary>
    public static Queue Run(int trial, int customers, Func<Simulation, Func<Lifetime, Queue, Process>> service)
    {
        var queue = new Queue(trial, customers, service);
        queue._simulation.Forever.Start(queue.Arrive(new ExponentialDelay(TimeSpan.FromSeconds(1))));
        queue._simulation.Run(Instant.Never);
        queue.Average();
        return queue;
    }

    /// <summary>Called by the service when the customer is served at last, after this wait.</summary>
    public void Waited(TimeSpan wait)
    {
        if (_arrived <= WarmUp) return;
        MeanWait += wait.TotalSeconds;
        if (wait > TimeSpan.Zero) ShareThatWaits++;
    }

    private async Process Arrive(IRandomDelay between)
    {
        RandomStream stream = _simulation.Streams.Get("arrivals", "between");
        for (_arrived = 1; _arrived <= _customers; _arrived++)
        {
            await _simulation.Forever.Wait(between, stream);
            _simulation.Forever.Start(Visit(isCounted: _arrived > WarmUp));
        }
    }

    private async Process Visit(bool isCounted)
    {
        Instant came = _simulation.Now;
        Count(+1);
        await _serve(_simulation.Forever, this);
        Count(-1);
        double sojourn = (_simulation.Now - came).TotalSeconds;
        MeanSojournOfAll += sojourn;
        if (isCounted) MeanSojourn += sojourn;
    }

    private void Count(int change)
    {
        _area += InSystem * (_simulation.Now - _areaUntil).TotalSeconds;
        _areaUntil = _simulation.Now;
        InSystem += change;
    }

    private void Average()
    {
        int counted = _customers - WarmUp;
        MeanSojourn /= counted;
        MeanWait /= counted;
        ShareThatWaits /= counted;
        MeanSojournOfAll /= _customers;
        MeanInSystem = _area / _simulation.Now.SinceStart.TotalSeconds;
        Throughput = _customers / _simulation.Now.SinceStart.TotalSeconds;
    }
}
