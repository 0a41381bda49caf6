namespace Simulator.Tests.Experiments;

public sealed partial class ResultTexts
{
    private const string Approved = """
        {
          "version": 1,
          "scenario": "tiny",
          "seed": 42,
          "variants": [
            {
              "name": "zone lost",
              "trials": 2,
              "fingerprint": "692558b056101a44",
              "measures": [
                {
                  "measure": "downtime",
                  "subject": "each shard",
                  "unit": "s",
                  "count": 4,
                  "mean": "infinite",
                  "meanInterval": [
                    1797.07344881595,
                    "infinite"
                  ],
                  "p50": 1,
                  "p50Interval": null,
                  "p95": "infinite",
                  "p95Interval": null,
                  "p99": "infinite",
                  "p99Interval": null,
                  "max": "infinite"
                },
                {
                  "measure": "downtime",
                  "subject": "worst shard",
                  "unit": "s",
                  "count": 2,
                  "mean": "infinite",
                  "meanInterval": [
                    3600,
                    "infinite"
                  ],
                  "p50": "infinite",
                  "p50Interval": null,
                  "p95": "infinite",
                  "p95Interval": null,
                  "p99": "infinite",
                  "p99Interval": null,
                  "max": "infinite"
                },
                {
                  "measure": "blast radius",
                  "subject": "shard",
                  "unit": "count",
                  "count": 2,
                  "mean": 2,
                  "meanInterval": [
                    2,
                    2
                  ],
                  "p50": 2,
                  "p50Interval": null,
                  "p95": 2,
                  "p95Interval": null,
                  "p99": 2,
                  "p99Interval": null,
                  "max": 2
                }
              ],
              "expectations": [
                {
                  "text": "downtime of worst shard <= 1h",
                  "verdict": "not-enough-evidence",
                  "value": "infinite",
                  "unit": "s",
                  "interval": null,
                  "reason": "in 2 of 2 trials the run ended first; a longer run is needed"
                },
                {
                  "text": "p50 loss of worst site <= 5m",
                  "verdict": "not-enough-evidence",
                  "value": 0,
                  "unit": "s",
                  "interval": null,
                  "reason": "no bound on p50 exists yet; about 5 trials are needed"
                }
              ]
            }
          ]
        }

        """;
}
