package io.barograph.service.models;

import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Recall;
import java.util.List;

/** Hears what was decided and kept. It must neither fail nor take long. */
public interface Onlooker {

    /** What it asks of an account's past, beside what the model asks that decides. */
    List<Recall> recalls();

    /**
     * @param inquiries with what it asks of the accounts' past
     * @param byCanary whether a canary decided, rather than the active model
     */
    void decided(List<Inquiry> inquiries, boolean byCanary);
}
