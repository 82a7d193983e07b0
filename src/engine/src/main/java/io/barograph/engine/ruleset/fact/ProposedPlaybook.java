package io.barograph.engine.ruleset.fact;

import io.barograph.engine.text.Names;
import org.jspecify.annotations.Nullable;

/** Stage <em>playbooks</em>: a Playbooks row that fired for the account under review. */
public final class ProposedPlaybook implements GuardrailFact {

    private final PlaybookReview review;
    private final PlaybooksFact row;

    public ProposedPlaybook(PlaybookReview review, PlaybooksFact row) {
        this.review = review;
        this.row = row;
    }

    /** The account it is proposed for. */
    public PlaybookReview getReview() {
        return review;
    }

    @Override
    public Review review() {
        return review;
    }

    /** As Playbooks writes it. */
    public String getPlaybook() {
        return row.row().playbook();
    }

    public @Nullable String getChannel() {
        return row.row().channel();
    }

    public @Nullable String getOwnerRole() {
        return row.row().ownerRole();
    }

    /** Whether the playbook is one of these, ignoring case and blanks. */
    public boolean named(String... names) {
        for (String name : names) {
            if (Names.same(name, getPlaybook())) {
                return true;
            }
        }
        return false;
    }

    /** Suppress it; it then suppresses nothing itself. */
    public void suppress() {
        review.did(new GuardrailFiring.Action.Suppress(row));
    }
}
