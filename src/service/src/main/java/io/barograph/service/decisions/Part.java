package io.barograph.service.decisions;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.models.Generation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Some accounts of a group that one model decides.
 *
 * @param lease to be given back by whoever decides them
 * @param places in the group
 */
record Part(Generation.Lease lease, List<Integer> places) {

    /**
     * The accounts of the canary, if there is one, and all others.
     *
     * @param lease of the model that decides all others
     */
    static List<Part> of(ActiveModel model, Generation.Lease lease, List<AccountSnapshot> snapshots) {
        Map<Generation, Part> parts = new LinkedHashMap<>();
        for (int i = 0; i < snapshots.size(); i++) {
            Generation.Lease own = model.holdCanary(snapshots.get(i).accountId());
            Generation decides = own == null ? lease.generation() : own.generation();
            Part part = parts.get(decides);
            if (part == null) {
                part = new Part(own == null ? lease.again() : own, new ArrayList<>());
                parts.put(decides, part);
            } else if (own != null) {
                own.close();
            }
            part.places().add(i);
        }
        return List.copyOf(parts.values());
    }
}
