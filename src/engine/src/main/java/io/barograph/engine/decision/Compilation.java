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

    /** What came of the Tests sheets. */
    TestReport tests();

    /**
     * No errors, and every test passes.
     *
     * @param issues notices only
     */
    record Accepted(Model model, Decider decider, List<Issue> issues, TestReport tests) implements Compilation {
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
     * @param tests not run when anything else is wrong
     */
    record Rejected(List<Issue> issues, @Nullable String digest, TestReport tests) implements Compilation {
        public Rejected {
            issues = List.copyOf(issues);
        }
    }
}
