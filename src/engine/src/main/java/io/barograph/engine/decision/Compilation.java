package io.barograph.engine.decision;

import io.barograph.engine.issue.Issue;
import io.barograph.engine.model.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of compiling a model: something that decides, or the reasons why not. */
public sealed interface Compilation {

    /** Everything found in workbooks, contract and rule files, by place. */
    List<Issue> issues();

    /** Fingerprint of the model; null when a workbook or the contract could not be read. */
    @Nullable String digest();

    /** @param issues notices only */
    record Accepted(Model model, Decider decider, List<Issue> issues) implements Compilation {
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
     * @param digest of the model as it stands; null when a workbook or the contract could not be read
     */
    record Rejected(List<Issue> issues, @Nullable String digest) implements Compilation {
        public Rejected {
            issues = List.copyOf(issues);
        }
    }
}
