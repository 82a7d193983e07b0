package io.barograph.testkit.shipped;

/** How likely small accounts leave or grow, by score. */
final class SmbForecast {

    static final String CALIBRATION = """
            Horizon (days) | Score from | Churn probability | Expansion probability | Between rows
            30             | 0          | 0.24              | 0.004                 | step
            30             | 30         | 0.14              | 0.008                 | step
            30             | 50         | 0.075             | 0.018                 | step
            30             | 65         | 0.036             | 0.032                 | step
            30             | 80         | 0.017             | 0.05                  | step
            60             | 0          | 0.42              | 0.007                 | step
            60             | 30         | 0.26              | 0.014                 | step
            60             | 50         | 0.14              | 0.034                 | step
            60             | 65         | 0.07              | 0.062                 | step
            60             | 80         | 0.034             | 0.097                 | step
            90             | 0          | 0.55              | 0.01                  | step
            90             | 30         | 0.36              | 0.02                  | step
            90             | 50         | 0.2               | 0.05                  | step
            90             | 65         | 0.1               | 0.09                  | step
            90             | 80         | 0.05              | 0.14                  | step
            """;

    private SmbForecast() {}
}
