package io.barograph.engine.audit.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of verifying exports. */
public sealed interface Verdict {

    /** What the files are of; null when not even that can be told. */
    @Nullable Coverage coverage();

    /**
     * Nothing is wrong. It is proven only as far as {@link Coverage#signer} is trusted.
     */
    record Intact(Coverage coverage) implements Verdict {}

    /**
     * Something is wrong.
     *
     * @param findings by record, the first of them
     * @param total how many there are
     */
    record Broken(@Nullable Coverage coverage, List<Finding> findings, long total) implements Verdict {

        public Broken {
            findings = List.copyOf(findings);
        }
    }
}
