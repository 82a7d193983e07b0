package io.barograph.benchmarks.handwritten;

import io.barograph.benchmarks.handwritten.HandAccount.PastScore;
import io.barograph.benchmarks.handwritten.HandAccount.Reading;
import io.barograph.engine.contract.Screening;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** From what was sent to what is usable. Only where something is wrong are inputs taken in the order of their names. */
final class Intake {

    private final Fields fields;
    private final ScoreNames scoreNames;

    Intake(Fields fields, ScoreNames scoreNames) {
        this.fields = fields;
        this.scoreNames = scoreNames;
    }

    HandAccount read(AccountSnapshot snapshot, PriorState prior) {
        HandAccount account = new HandAccount(
                snapshot.accountId(),
                Math.toIntExact(snapshot.asOf().toEpochDay()),
                fields.count(),
                scoreNames.count());
        attributesOf(account, snapshot.attributes());
        int before = account.issues == null ? 0 : account.issues.size();
        if (!indicators(account, snapshot.indicators(), new boolean[fields.count()])) {
            if (account.issues != null) {
                account.issues.subList(before, account.issues.size()).clear();
            }
            Arrays.fill(account.readings, null);
            indicators(account, new TreeMap<>(snapshot.indicators()), new boolean[fields.count()]);
        }
        history(account, snapshot.history());
        if (!prior.entries().isEmpty()) {
            prior(account, snapshot, prior.entries());
        }
        return account;
    }

    private void attributesOf(HandAccount account, Map<String, @Nullable Object> sent) {
        if (!attributes(account, sent, new boolean[fields.count()])) {
            account.issues = null;
            Arrays.fill(account.attributes, Micros.MISSING);
            Arrays.fill(account.texts, null);
            attributes(account, new TreeMap<>(sent), new boolean[fields.count()]);
        }
    }

    /** The same account with other attributes. */
    HandAccount withAttributes(HandAccount account, Map<String, @Nullable Object> attributes) {
        HandAccount changed = new HandAccount(account.id, account.asOf, fields.count(), scoreNames.count());
        attributesOf(changed, attributes);
        System.arraycopy(account.readings, 0, changed.readings, 0, changed.readings.length);
        System.arraycopy(account.scores, 0, changed.scores, 0, changed.scores.length);
        return changed;
    }

    /** @return whether there was nothing to complain of */
    private boolean attributes(HandAccount account, Map<String, @Nullable Object> sent, boolean[] seen) {
        boolean sound = true;
        for (Map.Entry<String, @Nullable Object> entry : sent.entrySet()) {
            int place = fields.find(entry.getKey());
            if (place < 0 || fields.indicator[place]) {
                notInContract(account, entry.getKey(), place);
                sound = false;
            } else if (seen[place]) {
                sentTwice(account, entry.getKey(), place);
                sound = false;
            } else {
                seen[place] = true;
                sound &= attribute(account, place, entry.getValue());
            }
        }
        return sound;
    }

    private boolean attribute(HandAccount account, int place, @Nullable Object raw) {
        if (raw == null) {
            return true;
        }
        long value = fields.plain(place, raw);
        if (value != Micros.MISSING) {
            account.attributes[place] = value;
            account.texts[place] = fields.text[place] ? raw.toString() : null;
            return true;
        }
        Screening screening = fields.screen(place, raw);
        if (screening instanceof Screening.Usable usable) {
            account.attributes[place] = fields.coded(place, usable.value());
            account.texts[place] = fields.text[place] ? usable.value().toString() : null;
        } else if (screening instanceof Screening.Problem problem) {
            account.issue(problem.code(), problem.message(), fields.fields[place].name());
            return false;
        }
        return true;
    }

    private boolean indicators(HandAccount account, Map<String, Observation> sent, boolean[] seen) {
        boolean sound = true;
        for (Map.Entry<String, Observation> entry : sent.entrySet()) {
            int place = fields.find(entry.getKey());
            if (place >= 0 && seen[place]) {
                sentTwice(account, entry.getKey(), place);
                sound = false;
                continue;
            }
            if (place >= 0) {
                seen[place] = true;
            }
            Observation observation = entry.getValue();
            LocalDate observedAt = observation.observedAt();
            int day = observedAt == null ? account.asOf : Math.toIntExact(observedAt.toEpochDay());
            sound &= observe(account, entry.getKey(), place, day, observation.value(), observation.campaignShare());
        }
        return sound;
    }

    private boolean observe(
            HandAccount account, String name, int place, int day, @Nullable Object raw, @Nullable BigDecimal share) {
        if (place < 0 || !fields.indicator[place]) {
            notInContract(account, name, place);
            return false;
        }
        String field = fields.fields[place].name();
        if (day > account.asOf) {
            account.issue(
                    "after-as-of",
                    "`" + fields.fields[place].label() + "` is dated " + LocalDate.ofEpochDay(day)
                            + ", after the as-of date " + LocalDate.ofEpochDay(account.asOf),
                    field);
            return false;
        }
        if (raw == null) {
            return true;
        }
        long value = fields.plain(place, raw);
        String text = null;
        if (value == Micros.MISSING) {
            Screening screening = fields.screen(place, raw);
            if (screening instanceof Screening.Problem problem) {
                account.issue(problem.code(), problem.message(), field);
                return false;
            }
            if (!(screening instanceof Screening.Usable usable)) {
                return true;
            }
            value = fields.coded(place, usable.value());
            text = fields.text[place] ? usable.value().toString() : null;
        } else if (fields.text[place]) {
            text = raw.toString();
        }
        if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            account.issue(
                    Screening.OUT_OF_RANGE,
                    "the campaign share of `" + fields.fields[place].label() + "` is "
                            + HandDecision.canonical(share).toPlainString()
                            + " outside of 0 to 1; send 20 % as 0.2",
                    field);
            return false;
        }
        account.keep(place, new Reading(day, value, text, share == null ? 0 : Micros.of(share)));
        return true;
    }

    private void history(HandAccount account, List<HistoryEntry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            HistoryEntry entry = entries.get(i);
            if (entry instanceof IndicatorEntry reading) {
                observe(
                        account,
                        reading.indicator(),
                        fields.find(reading.indicator()),
                        Math.toIntExact(reading.date().toEpochDay()),
                        reading.value(),
                        reading.campaignShare());
            } else {
                past(account, entry);
            }
        }
    }

    private void past(HandAccount account, HistoryEntry entry) {
        int day = Math.toIntExact(entry.date().toEpochDay());
        if (day >= account.asOf) {
            return;
        }
        if (entry instanceof ScoreEntry score) {
            int place = scoreNames.find(score.score());
            if (place >= 0) {
                String band = score.band();
                account.keep(
                        place,
                        new PastScore(
                                day,
                                score.value() == null ? Micros.MISSING : Micros.of(score.value()),
                                band,
                                band == null ? -1 : scoreNames.bands.of(band)));
            }
        } else if (entry instanceof PlaybookEntry playbook) {
            int place = scoreNames.playbook(playbook.playbook());
            if (place >= 0) {
                int[] days = account.lastRunning;
                if (days == null) {
                    days = new int[scoreNames.playbooks()];
                    Arrays.fill(days, Integer.MIN_VALUE);
                    account.lastRunning = days;
                }
                days[place] = Math.max(days[place], day);
            }
        }
    }

    /** Stored readings count where none of the same day was sent. */
    private void prior(HandAccount account, AccountSnapshot snapshot, List<HistoryEntry> entries) {
        Set<String> sent = new HashSet<>();
        snapshot.indicators().forEach((name, observation) -> {
            LocalDate observedAt = observation.observedAt();
            sent.add(subject(name, observedAt == null ? account.asOf : observedAt.toEpochDay()));
        });
        for (HistoryEntry entry : snapshot.history()) {
            if (entry instanceof IndicatorEntry reading) {
                sent.add(subject(reading.indicator(), reading.date().toEpochDay()));
            }
        }
        for (HistoryEntry entry : entries) {
            if (!(entry instanceof IndicatorEntry reading)) {
                past(account, entry);
            } else if (!sent.contains(
                    subject(reading.indicator(), reading.date().toEpochDay()))) {
                history(account, List.of(reading));
            }
        }
    }

    private String subject(String name, long day) {
        int place = fields.find(name);
        return (place < 0 ? Names.fold(name) : fields.fields[place].name()) + "@" + day;
    }

    private void notInContract(HandAccount account, String name, int place) {
        if (place < 0) {
            account.issue("not-in-contract", "`" + name + "` is not in the data contract", name);
        } else {
            String kind = fields.indicator[place] ? "an indicator" : "an attribute";
            account.issue(
                    "not-in-contract",
                    "`" + name + "` is " + kind + " in the data contract; send it as such",
                    fields.fields[place].name());
        }
    }

    private void sentTwice(HandAccount account, String name, int place) {
        account.issue(
                "duplicate-input",
                "`" + name + "` is `" + fields.fields[place].label()
                        + "`, which was sent under another name too; the first by name counts",
                fields.fields[place].name());
    }
}
