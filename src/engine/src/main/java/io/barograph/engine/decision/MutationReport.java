package io.barograph.engine.decision;

import io.barograph.engine.issue.Issue;
import java.util.List;

/**
 * Which of a model's numbers the tests watch.
 *
 * @param noticed numbers whose change made a test fail
 * @param unnoticed a notice for each number that can move without any test failing, by place
 * @param leftOut numbers that were not tried because there were too many
 */
public record MutationReport(int noticed, List<Issue> unnoticed, int leftOut) {

    public MutationReport {
        unnoticed = List.copyOf(unnoticed);
    }
}
