package io.barograph.testkit.reference;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What headers and placeholders may name, with the values they have for one account at this point of its way. */
final class Vocabulary {

    private static final Pattern CHANGE = Pattern.compile("change in (.+) over (\\d+) days( ?%)?");

    private final Contract contract;
    private final List<String> dimensions;
    private final Assessment at;

    /** @param dimensions as the model spells them */
    Vocabulary(Contract contract, List<String> dimensions, Assessment at) {
        this.contract = contract;
        this.dimensions = dimensions;
        this.at = at;
    }

    Subject subject(String word) {
        Field field = Account.field(contract, word);
        if (field != null) {
            return Subject.of(field, at.value(field));
        }
        String key = Words.key(word);
        Matcher change = CHANGE.matcher(key);
        if (change.matches()) {
            return change(change.group(1), Integer.parseInt(change.group(2)), change.group(3) != null);
        }
        Subject fixed = fixed(key);
        if (fixed != null) {
            return fixed;
        }
        for (String dimension : dimensions) {
            Subject subject = ofDimension(dimension, key);
            if (subject != null) {
                return subject;
            }
        }
        throw new IllegalArgumentException("not in the vocabulary: " + word);
    }

    @Nullable Object value(String word) {
        return subject(word).value();
    }

    private @Nullable Subject fixed(String key) {
        return switch (key) {
            case "days to renewal" -> Subject.number("Days to renewal", false, daysToRenewal());
            case "previous overall" -> Subject.score("Previous overall", previousScore(Decision.OVERALL));
            case "previous overall band" -> Subject.text("Previous overall band", previousBand(Decision.OVERALL));
            case "segment" -> Subject.text("Segment", at.segment);
            case "account tier" -> Subject.text("Account tier", at.tier);
            case "overall" -> Subject.score("Overall", at.scores.get(Decision.OVERALL));
            case "coverage" -> Subject.score("Coverage", at.coverage.get(Decision.OVERALL));
            case "confidence" -> Subject.text("Confidence", at.confidence);
            case "overall band" -> Subject.text("Overall band", at.bands.get(Decision.OVERALL));
            case "band entered" -> Subject.text("Band entered", bandEntered());
            case "days in band" -> Subject.number("Days in band", false, daysInBand(Decision.OVERALL));
            case "churn probability" -> Subject.probability("Churn probability", at.probabilities.get("churn_90d"));
            case "expansion probability" ->
                Subject.probability("Expansion probability", at.probabilities.get("expansion_90d"));
            case "arr at risk" -> Subject.number("ARR at risk", false, at.arrAtRisk);
            case "flags" -> Subject.set("Flags", at.visibleFlags);
            case "flag severity" -> Subject.text("Flag severity", at.severity);
            case "cohort" -> Subject.text("Cohort", at.cohort);
            case "escalations" -> Subject.set("Escalations", at.escalatedTo);
            case "playbooks" -> Subject.set("Playbooks", at.running);
            default -> null;
        };
    }

    private @Nullable Subject ofDimension(String dimension, String key) {
        String name = Words.key(dimension);
        if (key.equals(name + " score")) {
            return Subject.score(dimension + " score", at.scores.get(dimension));
        }
        if (key.equals(name + " band")) {
            return Subject.text(dimension + " band", at.bands.get(dimension));
        }
        if (key.equals("previous " + name + " score")) {
            return Subject.score("Previous " + dimension + " score", previousScore(dimension));
        }
        return key.equals("previous " + name + " band")
                ? Subject.text("Previous " + dimension + " band", previousBand(dimension))
                : null;
    }

    /** The change of an indicator, of {@code Overall} or of a dimension's score. */
    Subject change(String measure, int days, boolean percent) {
        String over = " over " + days + " days" + (percent ? " %" : "");
        Field field = Account.field(contract, measure);
        if (field != null) {
            return Subject.number("Change in " + field.label() + over, percent, indicatorChange(field, days, percent));
        }
        if (measure.equals("overall")) {
            return Subject.number("Change in Overall" + over, percent, scoreChange(Decision.OVERALL, days, percent));
        }
        for (String dimension : dimensions) {
            if (measure.equals(Words.key(dimension) + " score")) {
                return Subject.number(
                        "Change in " + dimension + " score" + over, percent, scoreChange(dimension, days, percent));
            }
        }
        throw new IllegalArgumentException("not in the vocabulary: change in " + measure);
    }

    private @Nullable BigDecimal indicatorChange(Field field, int days, boolean percent) {
        List<Change.Dated> newestFirst = new ArrayList<>();
        for (Sent sent : at.account.usable(field)) {
            if (sent.value() instanceof BigDecimal value) {
                newestFirst.add(new Change.Dated(sent.date(), value));
            }
        }
        if (newestFirst.isEmpty()) {
            return null;
        }
        BigDecimal old = Change.old(at.account, newestFirst.subList(1, newestFirst.size()), days);
        return Change.between(old, newestFirst.get(0).value(), percent);
    }

    private @Nullable BigDecimal scoreChange(String score, int days, boolean percent) {
        List<Change.Dated> earlier = new ArrayList<>();
        for (ScoreEntry entry : at.account.past.scores(score, at.account.asOf)) {
            BigDecimal value = entry.value();
            if (value != null) {
                earlier.add(new Change.Dated(entry.date(), value));
            }
        }
        return Change.between(Change.old(at.account, earlier, days), at.scores.get(score), percent);
    }

    private @Nullable BigDecimal daysToRenewal() {
        Field field = Account.field(contract, "renewal_date");
        Object renewal = field == null ? null : at.account.attribute(field);
        return renewal instanceof LocalDate day
                ? BigDecimal.valueOf(ChronoUnit.DAYS.between(at.account.asOf, day))
                : null;
    }

    @Nullable BigDecimal previousScore(String score) {
        ScoreEntry previous = at.account.past.latest(score, at.account.asOf);
        return previous == null ? null : previous.value();
    }

    @Nullable String previousBand(String score) {
        ScoreEntry previous = at.account.past.latest(score, at.account.asOf);
        return previous == null ? null : previous.band();
    }

    private @Nullable String bandEntered() {
        String band = at.bands.get(Decision.OVERALL);
        return band == null || Words.same(band, previousBand(Decision.OVERALL)) ? null : band;
    }

    /** Days that a score has been in its band; null without a band. */
    @Nullable BigDecimal daysInBand(String score) {
        String band = at.bands.get(score);
        if (band == null) {
            return null;
        }
        long days = 0;
        for (ScoreEntry entry : at.account.past.scores(score, at.account.asOf)) {
            if (!Words.same(entry.band(), band)) {
                break;
            }
            days = at.account.age(entry.date());
        }
        return BigDecimal.valueOf(days);
    }
}
