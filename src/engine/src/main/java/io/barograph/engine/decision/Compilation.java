package io.barograph.engine.decision;

import io.barograph.engine.issue.Issue;
import io.barograph.engine.model.Model;
import java.util.List;

/** What came of compiling a model: something that decides, or the reasons why not. */
public sealed interface Compilation {

    /** Everything found in workbooks, contract and rule files, by place. */
    List<Issue> issues();

    /** @param issues notices only */
    record Accepted(Model model, Decider decider, List<Issue> issues) implements Compilation {
        public Accepted {
            issues = List.copyOf(issues);
        }
    }

    /** At least one error. */
    record Rejected(List<Issue> issues) implements Compilation {
        public Rejected {
            issues = List.copyOf(issues);
        }
    }
}
