package io.barograph.testkit.shipped;

/** How likely telephone customers leave, by score. */
final class PhoneForecast {

    static final String CALIBRATION = """
            Horizon (days) | Score from | Churn probability | Expansion probability | Between rows | Note
            90             | 0          | 0.5               | 0.01                  | linear       | Churn: the share that left, by score, in the public file. Growth is an assumption, as the file knows none.
            90             | 30         | 0.38              | 0.01                  | linear       |
            90             | 40         | 0.17              | 0.02                  | linear       |
            90             | 60         | 0.08              | 0.03                  | linear       |
            90             | 75         | 0.018             | 0.04                  | linear       |
            90             | 90         | 0.008             | 0.04                  | step         |
            """;

    private PhoneForecast() {}
}
