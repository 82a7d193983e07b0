package io.barograph.benchmarks.handwritten;

import io.barograph.benchmarks.handwritten.HandAccount.PastScore;
import io.barograph.benchmarks.handwritten.HandAccount.Reading;
import io.barograph.benchmarks.handwritten.HandDecision.HandChange;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import io.barograph.engine.decision.PriorState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why Overall is not what it was: one thing after another goes back to what it was then, and the account is scored again. */
final class Changes {

    static final int PASSING_TIME = -1;
    static final int REST = -2;

    private final ShippedScorer scorer;
    private final Stages stages;
    private final Fields fields;

    Changes(ShippedScorer scorer, Stages stages) {
        this.scorer = scorer;
        this.stages = stages;
        this.fields = scorer.vocabulary.fields;
    }

    void tell(HandDecision now, AccountSnapshot snapshot, PriorState prior) {
        PastScore previous = now.account.scores[ScoreNames.OVERALL];
        if (now.shown[0] >= 0 && previous != null && previous.value != Micros.MISSING) {
            AttributesEntry attributes = attributes(snapshot, prior, LocalDate.ofEpochDay(previous.day));
            now.changes = new Steps(now, attributes, previous).changes();
        }
    }

    private static @Nullable AttributesEntry attributes(AccountSnapshot snapshot, PriorState prior, LocalDate day) {
        for (List<HistoryEntry> entries : List.of(snapshot.history(), prior.entries())) {
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i) instanceof AttributesEntry entry
                        && entry.date().equals(day)) {
                    return entry;
                }
            }
        }
        return null;
    }

    /** The way back of one account. */
    private final class Steps {

        private final HandDecision now;
        private final long[] valuesNow;
        private final PastScore previous;
        private final HandDecision then;
        private final boolean known;
        private final boolean[] asToday;
        private final List<HandChange> changes = new ArrayList<>();

        /** The account as far as it has gone back; its registers hold the processed values. */
        private HandDecision placed;

        private int overall;

        Steps(HandDecision now, @Nullable AttributesEntry attributes, PastScore previous) {
            this.now = now;
            this.previous = previous;
            this.overall = now.shown[0];
            this.valuesNow = java.util.Arrays.copyOf(now.registers, fields.count());
            this.known = attributes != null;
            HandAccount earlier = now.account.asOf(previous.day);
            this.then = scorer.place(
                    attributes == null ? earlier : scorer.intake.withAttributes(earlier, attributes.attributes()));
            stages.process(then);
            this.asToday = new boolean[fields.count()];
            for (int place = 0; place < asToday.length; place++) {
                if (fields.indicator[place]
                        && !known
                        && then.account.readings[place] == null
                        && valuesNow[place] != Micros.MISSING) {
                    then.registers[place] = valuesNow[place];
                    asToday[place] = true;
                }
            }
            this.placed = again(now.account, valuesNow);
            stages.score(placed);
        }

        /** The account placed anew, with these processed values. */
        private HandDecision again(HandAccount account, long[] processed) {
            HandDecision decision = scorer.place(account);
            stages.process(decision);
            for (int place = 0; place < fields.count(); place++) {
                if (fields.indicator[place]) {
                    decision.registers[place] = processed[place];
                }
            }
            return decision;
        }

        List<HandChange> changes() {
            for (int place = 0; place < valuesNow.length; place++) {
                if (fields.indicator[place] && cameOrWent(place)) {
                    replaceIndicator(place, "missing_data");
                }
            }
            for (int place = 0; place < valuesNow.length; place++) {
                if (fields.indicator[place] && !cameOrWent(place) && differs(place)) {
                    replaceIndicator(place, "data");
                }
            }
            for (int place = 0; place < valuesNow.length; place++) {
                if (!fields.indicator[place]) {
                    replaceAttribute(place);
                }
            }
            stages.score(then);
            step(
                    then,
                    new HandChange(
                            "data",
                            true,
                            PASSING_TIME,
                            LocalDate.ofEpochDay(previous.day),
                            LocalDate.ofEpochDay(now.account.asOf),
                            0));
            long left = overall * Micros.HUNDREDTH - previous.value;
            if (left != 0) {
                changes.add(new HandChange(
                        known ? "model" : "missing_data", false, REST, null, null, Math.toIntExact(left)));
            }
            return changes;
        }

        private boolean cameOrWent(int place) {
            return valuesNow[place] == Micros.MISSING != (then.registers[place] == Micros.MISSING);
        }

        private boolean differs(int place) {
            return fields.text[place]
                    ? !Objects.equals(processed(now, place), processed(then, place))
                    : valuesNow[place] != then.registers[place];
        }

        private void replaceIndicator(int place, String kind) {
            long before = placed.registers[place];
            placed.registers[place] = then.registers[place];
            if (!placed.tables.movesScores[place]) {
                return;
            }
            stages.score(placed, place);
            if (placed.shown[0] == overall) {
                return;
            }
            if (!step(placed, new HandChange(kind, false, place, processed(then, place), processed(now, place), 0))) {
                placed.registers[place] = before;
                stages.score(placed);
            }
        }

        private void replaceAttribute(int place) {
            Object earlier = attribute(then.account, place);
            Object today = attribute(now.account, place);
            if (Objects.equals(earlier, today)) {
                return;
            }
            HandDecision replaced = again(placed.account.withAttribute(place, then.account), placed.registers);
            stages.score(replaced);
            if (step(replaced, new HandChange("data", true, place, earlier, today, 0))) {
                placed = replaced;
            }
        }

        /** @return false when the account would have no Overall, so that the step is not taken */
        private boolean step(HandDecision account, HandChange change) {
            int before = account.shown[0];
            if (before < 0) {
                return false;
            }
            if (before != overall) {
                int micros = Math.toIntExact((overall - before) * Micros.HUNDREDTH);
                changes.add(new HandChange(
                        change.kind(), change.attribute(), change.place(), change.from(), change.to(), micros));
                overall = before;
            }
            return true;
        }

        private @Nullable Object processed(HandDecision decision, int place) {
            long value = decision == now ? valuesNow[place] : decision.registers[place];
            Reading newest = (decision == then && asToday[place] ? now : decision).account.readings[place];
            return value(place, value, newest == null ? null : newest.text);
        }

        private @Nullable Object attribute(HandAccount account, int place) {
            return value(place, account.attributes[place], account.texts[place]);
        }
    }

    private @Nullable Object value(int place, long value, @Nullable String text) {
        if (value == Micros.MISSING) {
            return null;
        }
        if (fields.text[place]) {
            return text;
        }
        if (fields.number[place]) {
            return HandDecision.canonical(Micros.decimal(value));
        }
        return fields.fields[place].type() == FieldType.DATE ? LocalDate.ofEpochDay(value) : (Object) (value == 1);
    }
}
