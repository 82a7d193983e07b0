package io.barograph.testkit.shipped;

/** How likely marketplace operators leave or grow, by score. */
final class MarketplaceForecast {

    static final String CALIBRATION = """
            Horizon (days) | Score from | Churn probability | Expansion probability | Between rows
            30             | 0          | 0.12              | 0.003                 | linear
            30             | 40         | 0.055             | 0.009                 | linear
            30             | 55         | 0.026             | 0.02                  | linear
            30             | 70         | 0.011             | 0.042                 | linear
            30             | 85         | 0.004             | 0.065                 | step
            60             | 0          | 0.22              | 0.006                 | linear
            60             | 40         | 0.1               | 0.017                 | linear
            60             | 55         | 0.049             | 0.04                  | linear
            60             | 70         | 0.021             | 0.08                  | linear
            60             | 85         | 0.008             | 0.125                 | step
            90             | 0          | 0.3               | 0.008                 | linear
            90             | 40         | 0.14              | 0.025                 | linear
            90             | 55         | 0.07              | 0.058                 | linear
            90             | 70         | 0.03              | 0.115                 | linear
            90             | 85         | 0.012             | 0.18                  | step
            """;

    private MarketplaceForecast() {}
}
