package io.barograph.testkit.shipped;

/** How likely fibre customers leave, by score. */
final class FibreForecast {

    static final String CALIBRATION = """
            Horizon (days) | Score from | Churn probability | Expansion probability | Between rows | Note
            90             | 0          | 0.97              | 0.01                  | linear       | Churn: the share that left, by score, in the public file. Growth is an assumption, as the file knows none.
            90             | 18         | 0.93              | 0.01                  | linear       |
            90             | 22         | 0.8               | 0.01                  | linear       |
            90             | 26         | 0.68              | 0.015                 | linear       |
            90             | 40         | 0.57              | 0.02                  | linear       |
            90             | 60         | 0.36              | 0.03                  | linear       |
            90             | 70         | 0.17              | 0.05                  | linear       |
            90             | 85         | 0.04              | 0.06                  | step         |
            """;

    private FibreForecast() {}
}
