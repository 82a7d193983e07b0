package io.barograph.engine.model;

import io.barograph.engine.issue.Issue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a model's files: a sound model, or the reasons why there is none. */
public sealed interface Parsing {

    /** Everything found, by place; an accepted model may have notices. */
    List<Issue> issues();

    /** Fingerprint of what was read; null when a workbook or the contract could not be read. */
    @Nullable String digest();

    /** No errors. */
    record Accepted(Model model, List<Issue> issues) implements Parsing {
        public Accepted {
            issues = List.copyOf(issues);
        }

        @Override
        public String digest() {
            return model.digest();
        }
    }

    /**
     * At least one error.
     *
     * @param digest of what was read; null when a workbook or the contract could not be read
     */
    record Rejected(List<Issue> issues, @Nullable String digest) implements Parsing {
        public Rejected {
            issues = List.copyOf(issues);
        }
    }
}
