package io.barograph.testkit.shipped;

/** How likely enterprise accounts leave or grow, by score. */
final class EnterpriseForecast {

    static final String CALIBRATION = """
            Horizon (days) | Score from | Churn probability | Expansion probability | Between rows
            30             | 0          | 0.09              | 0.002                 | linear
            30             | 40         | 0.045             | 0.007                 | linear
            30             | 60         | 0.018             | 0.02                  | linear
            30             | 75         | 0.007             | 0.045                 | linear
            30             | 90         | 0.003             | 0.07                  | step
            60             | 0          | 0.17              | 0.003                 | linear
            60             | 40         | 0.085             | 0.014                 | linear
            60             | 60         | 0.035             | 0.042                 | linear
            60             | 75         | 0.014             | 0.085                 | linear
            60             | 90         | 0.0055            | 0.13                  | step
            90             | 0          | 0.24              | 0.005                 | linear
            90             | 40         | 0.12              | 0.02                  | linear
            90             | 60         | 0.05              | 0.06                  | linear
            90             | 75         | 0.02              | 0.12                  | linear
            90             | 90         | 0.008             | 0.18                  | step
            """;

    private EnterpriseForecast() {}
}
