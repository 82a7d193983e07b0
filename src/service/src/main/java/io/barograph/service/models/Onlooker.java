package io.barograph.service.models;

import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Recall;
import java.util.List;

/** Hears what was decided and kept. It must neither fail nor take long. */
public interface Onlooker {

    /** What it asks of an account's past, beside what the model asks that decides. */
    List<Recall> recalls();

    /**
     * What was decided.
     *
     * @param inquiry with all that the recalls ask of its past
     * @param recalls what {@link Onlooker#recalls} told when the past was read; when nothing, the inquiry is that of the model that decided
     */
    record Heard(Inquiry inquiry, List<Recall> recalls) {}

    /** @param byCanary whether a canary decided, rather than the active model */
    void decided(List<Heard> heard, boolean byCanary);
}
