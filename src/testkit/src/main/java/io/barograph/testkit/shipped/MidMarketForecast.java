package io.barograph.testkit.shipped;

/** How likely mid-market accounts leave or grow, by score. */
final class MidMarketForecast {

    static final String CALIBRATION = """
            Horizon (days) | Score from | Churn probability | Expansion probability | Between rows
            30             | 0          | 0.13              | 0.004                 | step
            30             | 40         | 0.07              | 0.01                  | step
            30             | 55         | 0.033             | 0.022                 | step
            30             | 70         | 0.016             | 0.04                  | step
            30             | 85         | 0.006             | 0.06                  | step
            60             | 0          | 0.24              | 0.007                 | step
            60             | 40         | 0.13              | 0.02                  | step
            60             | 55         | 0.062             | 0.042                 | step
            60             | 70         | 0.03              | 0.075                 | step
            60             | 85         | 0.012             | 0.115                 | step
            90             | 0          | 0.34              | 0.01                  | linear
            90             | 40         | 0.18              | 0.03                  | linear
            90             | 55         | 0.09              | 0.06                  | linear
            90             | 70         | 0.045             | 0.11                  | linear
            90             | 85         | 0.018             | 0.17                  | step
            """;

    private MidMarketForecast() {}
}
