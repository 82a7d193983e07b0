package io.barograph.service.crash;

import java.util.List;

/**
 * What a client sends.
 *
 * @param names one for each decision that is asked for; each stands in the record of its decision
 * @param keyed whether it has an idempotency key, and so is sent again until it is answered
 */
public record Request(List<String> names, boolean keyed) {

    /** By which names are found in records. */
    static final String NAME = "req-[0-9]+-[0-9]+-[0-9]+";

    /** Entries of a snapshot's history that say whose it is: too old to count, and nothing that has to be sealed. */
    public static String signature(String name) {
        return "[{\"playbook\":\"" + name + "\",\"as_of\":\"2020-01-01\"}]";
    }

    public Request {
        names = List.copyOf(names);
    }

    public String key() {
        return names.get(0);
    }
}
