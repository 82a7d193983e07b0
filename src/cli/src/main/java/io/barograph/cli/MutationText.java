package io.barograph.cli;

import io.barograph.engine.decision.MutationReport;

/** How many of a model's numbers its tests watch, for people. */
final class MutationText {

    private MutationText() {}

    static String of(MutationReport report) {
        int tried = report.noticed() + report.unnoticed().size();
        if (tried == 0) {
            return "mutation: there are no tests that could notice anything%n".formatted();
        }
        String counted = "mutation: tests notice %,d of %,d numbers that move%n".formatted(report.noticed(), tried);
        return report.leftOut() == 0
                ? counted
                : counted
                        + "mutation: %,d more were left out, because there are too many%n".formatted(report.leftOut());
    }
}
