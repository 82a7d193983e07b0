package io.barograph.engine.audit.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of the model that went live, with who answers for it as far as the log shows.
 *
 * @param index of the record that says so
 * @param number of the version; null of a model that decided before versions were kept
 * @param model its digest
 * @param how {@code activation}, {@code canary}, {@code rollback}, {@code model-imported} or {@code model-found}; null of a model that
 *     decided before versions were kept
 * @param authors persons, in order
 * @param approvers persons whose approval of what was submitted is signed by a trusted key and who are no authors, in order
 * @param shown whether the records that its approvals hang on are all here
 */
public record LiveVersion(
        long index,
        @Nullable Long number,
        String model,
        @Nullable String how,
        List<String> authors,
        List<String> approvers,
        boolean shown) {

    public LiveVersion {
        authors = List.copyOf(authors);
        approvers = List.copyOf(approvers);
    }

    /** Whether it takes approvals to go live so: what comes with the installation, or is gone back to, takes none anew. */
    public boolean takesApproval() {
        return "activation".equals(how) || "canary".equals(how);
    }
}
