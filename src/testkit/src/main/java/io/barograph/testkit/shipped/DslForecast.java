package io.barograph.testkit.shipped;

/** How likely DSL customers leave, by score. */
final class DslForecast {

    static final String CALIBRATION = """
            Horizon (days) | Score from | Churn probability | Expansion probability | Between rows | Note
            90             | 0          | 0.7               | 0.01                  | linear       | Churn: the share that left, by score, in the public file. Growth is an assumption, as the file knows none.
            90             | 25         | 0.58              | 0.01                  | linear       |
            90             | 40         | 0.35              | 0.02                  | linear       |
            90             | 55         | 0.19              | 0.03                  | linear       |
            90             | 70         | 0.08              | 0.04                  | linear       |
            90             | 85         | 0.01              | 0.05                  | step         |
            """;

    private DslForecast() {}
}
