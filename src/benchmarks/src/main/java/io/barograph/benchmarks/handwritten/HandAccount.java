package io.barograph.benchmarks.handwritten;

import io.barograph.engine.decision.DecisionIssue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One account's usable inputs, by place of the contract. */
final class HandAccount {

    /** A usable observation; the next is older. */
    static final class Reading {
        final int day;
        final long value;
        final @Nullable String text;

        /** Share that a campaign caused, in millionths. */
        final long share;

        @Nullable Reading older;

        Reading(int day, long value, @Nullable String text, long share) {
            this.day = day;
            this.value = value;
            this.text = text;
            this.share = share;
        }
    }

    /** An earlier score; the next is older. */
    static final class PastScore {
        final int day;
        final long value;
        final @Nullable String band;
        final int bandCode;

        @Nullable PastScore older;

        PastScore(int day, long value, @Nullable String band, int bandCode) {
            this.day = day;
            this.value = value;
            this.band = band;
            this.bandCode = bandCode;
        }
    }

    final String id;
    final int asOf;
    final long[] attributes;
    final @Nullable String[] texts;
    final @Nullable Reading[] readings;
    final @Nullable PastScore[] scores;

    /** The last day each playbook was running; {@link Integer#MIN_VALUE} when never. Null when none ever was. */
    int @Nullable [] lastRunning;

    @Nullable List<DecisionIssue> issues;

    HandAccount(String id, int asOf, int fields, int scores) {
        this.id = id;
        this.asOf = asOf;
        this.attributes = new long[fields];
        this.texts = new @Nullable String[fields];
        this.readings = new @Nullable Reading[fields];
        this.scores = new @Nullable PastScore[scores];
        java.util.Arrays.fill(attributes, Micros.MISSING);
    }

    /** The same account, but with an attribute of another. */
    HandAccount withAttribute(int place, HandAccount other) {
        HandAccount changed = new HandAccount(this);
        changed.attributes[place] = other.attributes[place];
        changed.texts[place] = other.texts[place];
        return changed;
    }

    private HandAccount(HandAccount original) {
        this.id = original.id;
        this.asOf = original.asOf;
        this.attributes = original.attributes.clone();
        this.texts = original.texts.clone();
        this.readings = original.readings;
        this.scores = original.scores;
    }

    /** The account as far as it was known on an earlier day, with its attributes of now. */
    HandAccount asOf(int day) {
        HandAccount then = new HandAccount(this, day);
        for (int place = 0; place < readings.length; place++) {
            Reading reading = readings[place];
            while (reading != null && reading.day > day) {
                reading = reading.older;
            }
            then.readings[place] = reading;
        }
        for (int score = 0; score < scores.length; score++) {
            PastScore past = scores[score];
            while (past != null && past.day >= day) {
                past = past.older;
            }
            then.scores[score] = past;
        }
        return then;
    }

    private HandAccount(HandAccount original, int day) {
        this.id = original.id;
        this.asOf = day;
        this.attributes = original.attributes;
        this.texts = original.texts;
        this.readings = new @Nullable Reading[original.readings.length];
        this.scores = new @Nullable PastScore[original.scores.length];
    }

    void issue(String code, String message, @Nullable String field) {
        List<DecisionIssue> list = issues;
        if (list == null) {
            list = new ArrayList<>();
            issues = list;
        }
        list.add(new DecisionIssue(code, message, field));
    }

    /** Keeps a reading, newest first; of the same day the one kept first stays. */
    void keep(int place, Reading reading) {
        Reading newest = readings[place];
        if (newest == null || newest.day < reading.day) {
            reading.older = newest;
            readings[place] = reading;
            return;
        }
        Reading at = newest;
        while (at.older != null && at.older.day >= reading.day) {
            at = at.older;
        }
        if (at.day != reading.day) {
            reading.older = at.older;
            at.older = reading;
        }
    }

    /** Keeps an earlier score, newest first; of the same day the one kept first stays. */
    void keep(int score, PastScore past) {
        PastScore newest = scores[score];
        if (newest == null || newest.day < past.day) {
            past.older = newest;
            scores[score] = past;
            return;
        }
        PastScore at = newest;
        while (at.older != null && at.older.day >= past.day) {
            at = at.older;
        }
        if (at.day != past.day) {
            past.older = at.older;
            at.older = past;
        }
    }
}
