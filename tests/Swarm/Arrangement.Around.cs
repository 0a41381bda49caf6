namespace Simulator.Tests.Swarm;

/// <content>What stands around the databases, when faults come, and what people do about them.</content>
internal sealed partial class Arrangement
{
    private bool _hasQueue;

    private void WriteSurroundings()
    {
        Line($"dependencies: {{ vault: {{ in: {_luck.OneOf("elsewhere", "east.b", "west")}, account: {_luck.OneOf("none", "main", "second")} }}, key: {{ account: second }} }}");
        _hasQueue = _luck.Chance(0.4);
        if (_hasQueue) Line($"queues: {{ jobs: {{ arrives: {_luck.Log(1, 50, "/s")}, serves: {_luck.Log(40, 300, "/s")}, expires: {_luck.Between(1, 48)}h, needs: [{_luck.OneOf("shop", "vault", "shop, vault")}] }} }}");
        Line("crews: { team: { size: 2 } }");
    }

    /// <summary>Once, again and again, or after another that is already written.</summary>
    private string Timed(string fault, int number, int last)
    {
        int at = fault.IndexOf("at: ", StringComparison.Ordinal), end = fault.IndexOf(',', at);
        string when = _luck.Chance(0.15) ? $"every: exponential(mean {_luck.Between(10, 60)}h)" + _luck.OneOf("", ", burst: { count: 3, within: 20m }")
            : number < last && _luck.Chance(0.2) ? $"after: fault-{_luck.Between(number + 1, last)}, delay: uniform(0s {_luck.Between(1, 300)}m), chance: 70%"
            : fault[at..end];
        return fault[..at] + when + fault[end..];
    }

    private void WritePlans(int faults)
    {
        if (!_luck.Chance(0.5)) return;
        Line("recovery:");
        for (int plan = _luck.Between(1, 2); plan > 0; plan--)
        {
            string[] handled = [.. Enumerable.Range(1, faults).Where(_ => _luck.Chance(0.6)).Select(fault => $"fault-{fault}")];
            string givesUp = _luck.Chance(0.3) ? $" gives up after: {_luck.Between(1, 20)}h," : "";
            Line($"  plan-{plan}: {{ handles: [{string.Join(", ", handled)}],{givesUp} ready after: {_luck.Between(0, 60)}m, steps: {{ {Steps()} }} }}");
        }
    }

    private string Steps()
    {
        string queue = _hasQueue && _luck.Chance(0.5) ? "stop: { do: pause, queues: [jobs], takes: 5m }, " : "";
        string needs = queue.Length > 0 ? "needs: [stop], " : "";
        string steps = _luck.Between(0, 4) switch
        {
            0 => $"end: {{ do: mend, {needs}takes: {_luck.Between(1, 200)}m, crew: 1 of team }}, serve: {{ do: wait, needs: [end] }}",
            1 => $"copy: {{ do: restore, {needs}takes: 10m, crew: 1 of team, wrong: {_luck.OneOf("0%", "50%")}, found: 20m{_luck.OneOf("", ", dry run: { finds: 50%, takes: 5m }")} }}, serve: {{ do: open, needs: [copy], takes: 5m }}",
            2 => $"serve: {{ do: fail over, {needs}takes: {_luck.Between(0, 60)}m }}, whole: {{ do: follow, needs: [serve] }}",
            3 => $"end: {{ do: mend, {needs}takes: 1h }}, copy: {{ do: restore, needs: [end] }}, look: {{ do: inspect, per: database, needs: [copy], takes: 30m, fails: 20% }}, serve: {{ do: open, needs: [look] }}",
            _ => $"anew: {{ do: rebuild, {needs}takes: 10m }}, serve: {{ do: fail back, needs: [anew] }}",
        };
        return queue + steps + (queue.Length > 0 ? ", go-on: { do: resume, needs: [serve], queues: [jobs], per: incident, takes: 1m }" : "");
    }
}
