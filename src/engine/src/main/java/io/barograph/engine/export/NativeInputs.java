package io.barograph.engine.export;

import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What the native form wants to know of an account, by the names it goes by in the account's map. */
final class NativeInputs {

    static final String ACCOUNT_ID = "account_id";
    static final String AS_OF = "as_of";
    private static final List<String> MEANT_BY_ARITHMETIC = List.of("arr", "renewal_date");

    /** Where an input comes from. */
    enum Source {
        SNAPSHOT,
        FIELD,
        NEWEST,
        CHANGE,
        PREVIOUS_SCORE,
        PREVIOUS_BAND,
        DAYS_IN_PREVIOUS_BAND,
        SCORE_BEFORE,
        LAST_RUN
    }

    /**
     * One input.
     *
     * @param name key in the account's map and header in a file
     * @param type number, boolean, text or date
     * @param field of the contract, for fields and changes of indicators
     * @param subject score or playbook, as written
     * @param days for changes and earlier scores
     */
    record Input(
            String name,
            String type,
            String meaning,
            Source source,
            @org.jspecify.annotations.Nullable Field field,
            String subject,
            int days,
            boolean percent) {}

    private final Model model;
    private final Map<String, Input> inputs = new LinkedHashMap<>();

    private NativeInputs(Model model) {
        this.model = model;
    }

    static List<Input> of(Model model) {
        NativeInputs inputs = new NativeInputs(model);
        inputs.add(ACCOUNT_ID, "text", "the account's name in the answer", Source.SNAPSHOT, "");
        inputs.add(AS_OF, "date", "the day to decide for", Source.SNAPSHOT, "");
        inputs.fields();
        inputs.newest();
        inputs.past();
        return List.copyOf(inputs.inputs.values());
    }

    private void fields() {
        Set<String> used = new LinkedHashSet<>(measured(model));
        used.addAll(MEANT_BY_ARITHMETIC);
        model.terms().stream().map(Term::field).filter(Objects::nonNull).forEach(field -> used.add(field.name()));
        for (Field field : model.contract().fields()) {
            if (used.contains(field.name())) {
                put(new Input(
                        field.name(),
                        type(field),
                        field.isIndicator()
                                ? "`" + field.label() + "`, processed: screened, not too old, smoothed"
                                : "`" + field.label() + "`, screened",
                        Source.FIELD,
                        field,
                        "",
                        0,
                        false));
            }
        }
    }

    /** Segments and Account tiers see the newest reading. */
    private void newest() {
        Stream.concat(model.segments().stream(), model.tiers().stream())
                .flatMap(row -> row.head().clauses().stream())
                .map(Clause::term)
                .filter(term -> term.kind() == Term.Kind.INDICATOR)
                .map(Term::field)
                .filter(Objects::nonNull)
                .forEach(field -> put(new Input(
                        "newest " + field.name(),
                        type(field),
                        "the newest reading of `" + field.label() + "`, however old, not smoothed",
                        Source.NEWEST,
                        field,
                        "",
                        0,
                        false)));
    }

    private void past() {
        for (SegmentModel segment : model.segmentModels()) {
            segment.thresholds().forEach(row -> previousBand(row.score()));
            segment.escalations().stream()
                    .filter(row -> row.forAtLeastDays() != null)
                    .forEach(row -> daysInBand(row.score()));
            segment.playbooks().stream()
                    .filter(row -> row.coolDownDays() != null)
                    .forEach(row -> add(
                            "Last run of " + row.playbook(),
                            "date",
                            "the latest earlier day on which the playbook was running",
                            Source.LAST_RUN,
                            row.playbook()));
        }
        model.terms().forEach(this::past);
    }

    private void past(Term term) {
        String score = term.score() == null ? Decision.OVERALL : term.score();
        switch (term.kind()) {
            case CHANGE_IN_INDICATOR ->
                put(new Input(
                        term.key(),
                        "number",
                        "as read, neither aged out nor smoothed",
                        Source.CHANGE,
                        term.field(),
                        "",
                        term.days(),
                        term.percent()));
            case CHANGE_IN_SCORE ->
                put(new Input(
                        before(term),
                        "number",
                        "the earlier score nearest to " + term.days() + " days ago",
                        Source.SCORE_BEFORE,
                        null,
                        score,
                        term.days(),
                        false));
            case PREVIOUS_SCORE ->
                add(term.key(), "number", "of the latest earlier decision", Source.PREVIOUS_SCORE, score);
            case PREVIOUS_BAND, BAND_ENTERED -> previousBand(score);
            case DAYS_IN_BAND -> daysInBand(score);
            default -> {
                // computed between the tables
            }
        }
    }

    private void previousBand(String score) {
        add(
                score.equals(Decision.OVERALL) ? "Previous overall band" : "Previous " + score + " band",
                "text",
                "of the latest earlier decision",
                Source.PREVIOUS_BAND,
                score);
    }

    private void daysInBand(String score) {
        previousBand(score);
        add(
                "Days in previous " + score + " band",
                "number",
                "days since the first of the unbroken run of decisions with that band",
                Source.DAYS_IN_PREVIOUS_BAND,
                score);
    }

    private void add(String name, String type, String meaning, Source source, String subject) {
        put(new Input(name, type, meaning, source, null, subject, 0, false));
    }

    private void put(Input input) {
        inputs.putIfAbsent(input.name(), input);
    }

    private static String type(Field field) {
        return switch (field.type()) {
            case NUMBER, INTEGER -> "number";
            case STRING -> "text";
            case BOOLEAN, DATE -> field.type().name().toLowerCase(Locale.ROOT);
        };
    }

    /** Names of the indicators that are scored, weighed or listed in any segment. */
    static Set<String> measured(Model model) {
        List<Field> fields = new ArrayList<>();
        for (SegmentModel segment : model.segmentModels()) {
            segment.weights().forEach(row -> fields.add(row.indicator()));
            Stream.concat(
                            segment.scoring().stream().map(Row.ScoringRow::term),
                            segment.indicators().stream().map(Row.IndicatorRow::term))
                    .map(Term::field)
                    .filter(Objects::nonNull)
                    .forEach(fields::add);
        }
        Set<String> names = new LinkedHashSet<>();
        fields.forEach(field -> names.add(field.name()));
        return names;
    }

    /** A score as conditions name it. */
    static String scoreName(String score) {
        return score.equals(Decision.OVERALL) ? score : score + " score";
    }

    /** The earlier score that a change is counted from. */
    static String before(Term change) {
        String score = change.score() == null ? Decision.OVERALL : change.score();
        return scoreName(score) + " " + change.days() + " days before";
    }
}
