package io.barograph.engine.model;

import io.barograph.engine.issue.Issue;
import java.util.List;

/** What came of reading a model's files: a sound model, or the reasons why there is none. */
public sealed interface Parsing {

    /** Everything found, by place; an accepted model may have notices. */
    List<Issue> issues();

    /** No errors. */
    record Accepted(Model model, List<Issue> issues) implements Parsing {
        public Accepted {
            issues = List.copyOf(issues);
        }
    }

    /** At least one error. */
    record Rejected(List<Issue> issues) implements Parsing {
        public Rejected {
            issues = List.copyOf(issues);
        }
    }
}
