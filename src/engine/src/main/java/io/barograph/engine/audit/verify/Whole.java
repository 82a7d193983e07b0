package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.verify.Finding.Kind;

/** What all files of a verification tell together. */
final class Whole {

    private final Findings findings = new Findings();
    private final Events events = new Events(findings);
    private final Models models = new Models(findings);
    private final Ranges retired = new Ranges();
    private long decisionCount;
    private long eventCount;
    private long retiredCount;

    /** @param counts whether it is a record of the range that was not counted before */
    void event(long index, byte[] record, boolean counts, Place place) {
        eventCount += counts ? 1 : 0;
        events.add(index, record, place);
    }

    void decision(boolean counts) {
        decisionCount += counts ? 1 : 0;
    }

    void retired(long index, boolean counts) {
        retiredCount += counts ? 1 : 0;
        retired.add(index);
    }

    /** Compares what was taken away and what decided with what the events say. */
    void compare() {
        models.compare(events);
        for (Range range : retired.without(events.retirable())) {
            findings.add(
                    Kind.RETIRED_WITHOUT_TOMBSTONE,
                    range,
                    null,
                    "the bytes of " + range + " are gone, and no record of retention accounts for it");
        }
    }

    Findings findings() {
        return findings;
    }

    Events events() {
        return events;
    }

    Models models() {
        return models;
    }

    long decisions() {
        return decisionCount;
    }

    long eventCount() {
        return eventCount;
    }

    long retiredCount() {
        return retiredCount;
    }
}
