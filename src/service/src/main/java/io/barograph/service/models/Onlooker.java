package io.barograph.service.models;

import io.barograph.engine.decision.Decider.Inquiry;
import java.util.List;

/** Hears what was decided and kept. It must neither fail nor take long. */
public interface Onlooker {

    /** @param byCanary whether a canary decided, rather than the active model */
    void decided(List<Inquiry> inquiries, boolean byCanary);
}
