package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one table can name: the contract's fields, and the derived values that exist by then.
 *
 * @param outline of the workbook; of all workbooks in segments.xlsx
 * @param allBands of all workbooks: an account may come from another segment
 * @param segments of all workbooks
 */
record Scope(Vocabulary vocabulary, Table table, Outline outline, List<String> allBands, List<String> segments) {

    static final String OVERALL = "Overall";
    static final String UNKNOWN_BAND = "unknown";
    /** The tiers of the format. */
    static final List<String> TIERS = List.of("strategic", "key", "standard");

    /** What a flag can weigh, and how sure a decision can be. */
    static final List<String> SEVERITIES = List.of("low", "medium", "high");

    static final int LONGEST_SPAN = 9_999;
    private static final Pattern CHANGE =
            Pattern.compile("change in (.+) over (\\d{1,6}) days?( ?%)?", Pattern.CASE_INSENSITIVE);

    /** Fixed names and the first table that has them. */
    static final Map<String, Term.Kind> FIXED = Map.ofEntries(
            Map.entry("Days to renewal", Term.Kind.DAYS_TO_RENEWAL),
            Map.entry("Segment", Term.Kind.SEGMENT),
            Map.entry("Account tier", Term.Kind.TIER),
            Map.entry("Coverage", Term.Kind.COVERAGE),
            Map.entry("Confidence", Term.Kind.CONFIDENCE),
            Map.entry("Band entered", Term.Kind.BAND_ENTERED),
            Map.entry("Days in band", Term.Kind.DAYS_IN_BAND),
            Map.entry("Churn probability", Term.Kind.CHURN_PROBABILITY),
            Map.entry("Expansion probability", Term.Kind.EXPANSION_PROBABILITY),
            Map.entry("ARR at risk", Term.Kind.ARR_AT_RISK),
            Map.entry("Flags", Term.Kind.FLAGS),
            Map.entry("Flag severity", Term.Kind.FLAG_SEVERITY),
            Map.entry("Cohort", Term.Kind.COHORT),
            Map.entry("Playbooks", Term.Kind.PLAYBOOKS));

    /** Only Tests ask for it. */
    private static final String ESCALATIONS = "Escalations";

    Scope {
        allBands = List.copyOf(allBands);
        segments = List.copyOf(segments);
    }

    /** Whether a name belongs to something the engine derives. */
    static boolean isDerived(String name) {
        return Names.same(name, OVERALL) || same(name, List.copyOf(FIXED.keySet())) != null;
    }

    List<String> dimensions() {
        return outline.dimensions();
    }

    List<String> bands() {
        return outline.bands();
    }

    Scope in(Table other) {
        return new Scope(vocabulary, other, outline, allBands, segments);
    }

    /** What a header or a placeholder names. */
    Named find(String text) {
        Field field = vocabulary.field(text);
        if (field != null) {
            return new Named.Value(vocabulary.of(field), Domain.of(field));
        }
        Named fixed = fixed(text);
        if (fixed == null) {
            fixed = ofScore(text);
        }
        if (fixed == null) {
            fixed = crossing(text);
        }
        if (fixed == null) {
            fixed = change(text);
        }
        return fixed == null ? new Named.Unknown(Names.closest(text, names()).orElse(null)) : fixed;
    }

    /** What Tests expect something of. */
    Named findExpected(String text) {
        if (Names.same(text, ESCALATIONS)) {
            Term term = vocabulary.of(Term.Kind.ESCALATIONS, Term.Type.SET, ESCALATIONS);
            return new Named.Value(term, Domain.set(outline.escalations()));
        }
        return find(text);
    }

    /** {@code Overall} or a dimension as the workbook writes it; null when it is neither. */
    @Nullable String score(String text) {
        return Names.same(text, OVERALL) ? OVERALL : dimension(text);
    }

    @Nullable String dimension(String text) {
        return same(text, dimensions());
    }

    static @Nullable String same(String text, List<String> names) {
        return names.stream().filter(name -> Names.same(name, text)).findFirst().orElse(null);
    }

    /** Everything that can be named here, for suggestions. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        vocabulary.contract().fields().forEach(field -> names.add(field.label()));
        vocabulary.contract().fields().forEach(field -> names.add(field.name()));
        FIXED.forEach((name, kind) -> add(names, name, kind));
        add(names, OVERALL, Term.Kind.SCORE);
        add(names, "Overall band", Term.Kind.BAND);
        add(names, "Overall crosses below", Term.Kind.BAND);
        add(names, "Overall crosses above", Term.Kind.BAND);
        names.add("Previous overall");
        names.add("Previous overall band");
        for (String dimension : dimensions()) {
            add(names, dimension + " score", Term.Kind.SCORE);
            add(names, dimension + " band", Term.Kind.BAND);
            names.add("Previous " + dimension + " score");
            names.add("Previous " + dimension + " band");
        }
        return names;
    }

    private void add(List<String> names, String name, Term.Kind kind) {
        if (has(kind)) {
            names.add(name);
        }
    }

    private boolean has(Term.Kind kind) {
        return kind.from().compareTo(table) <= 0;
    }

    private @Nullable Named fixed(String text) {
        for (var entry : FIXED.entrySet()) {
            if (Names.same(entry.getKey(), text)) {
                String name = entry.getKey();
                Term.Kind kind = entry.getValue();
                Domain domain = fixedDomain(kind);
                return value(kind, name, domain, () -> vocabulary.of(kind, domain.type(), name));
            }
        }
        return null;
    }

    private Domain fixedDomain(Term.Kind kind) {
        return switch (kind) {
            case SEGMENT -> Domain.texts(segments);
            case TIER -> Domain.texts(TIERS);
            case CONFIDENCE -> Domain.texts(SEVERITIES);
            case BAND_ENTERED -> bandDomain();
            case FLAG_SEVERITY -> Domain.texts(SEVERITIES);
            case COHORT -> Domain.texts(outline.cohorts());
            case FLAGS -> Domain.set(List.of());
            case PLAYBOOKS -> Domain.set(outline.playbooks());
            case COVERAGE -> Domain.HUNDRED;
            case CHURN_PROBABILITY, EXPANSION_PROBABILITY -> Domain.PROBABILITY;
            case ARR_AT_RISK -> Domain.anyNumber(false, false);
            case DAYS_IN_BAND -> Domain.DAYS;
            default -> Domain.anyNumber(true, false);
        };
    }

    /** The bands of the workbook's scores. */
    Domain bandDomain() {
        return Domain.texts(withUnknown(bands()));
    }

    /** Any text while no band is known at all: then Thresholds is what is missing. */
    private static List<String> withUnknown(List<String> bands) {
        if (bands.isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>(bands);
        all.add(UNKNOWN_BAND);
        return all;
    }

    /** Scores and bands, of this decision and the previous one. */
    private @Nullable Named ofScore(String text) {
        String folded = Names.fold(text);
        boolean previous = folded.startsWith("previous ");
        String rest = previous ? folded.substring("previous ".length()) : folded;
        boolean band = rest.endsWith(" band");
        String score = rest.equals("overall") || rest.equals("overall band") ? OVERALL : null;
        if (score == null && (band || rest.endsWith(" score"))) {
            score = dimension(rest.substring(0, rest.length() - " score".length() + (band ? 1 : 0)));
        }
        if (score == null) {
            return null;
        }
        String key = scoreKey(score, previous, band);
        Term.Kind kind = kindOf(previous, band);
        Domain domain = band ? (previous ? Domain.texts(withUnknown(allBands)) : bandDomain()) : Domain.HUNDRED;
        String owner = score;
        return value(kind, key, domain, () -> vocabulary.ofScore(kind, domain.type(), key, owner));
    }

    private static Term.Kind kindOf(boolean previous, boolean band) {
        if (previous) {
            return band ? Term.Kind.PREVIOUS_BAND : Term.Kind.PREVIOUS_SCORE;
        }
        return band ? Term.Kind.BAND : Term.Kind.SCORE;
    }

    private static String scoreKey(String score, boolean previous, boolean band) {
        boolean overall = score.equals(OVERALL);
        String name = previous && overall ? score.toLowerCase(Locale.ROOT) : score;
        String suffix = band ? " band" : overall ? "" : " score";
        return (previous ? "Previous " : "") + name + suffix;
    }

    private @Nullable Named crossing(String text) {
        boolean below = Names.same(text, "Overall crosses below");
        if (!below && !Names.same(text, "Overall crosses above")) {
            return null;
        }
        if (!has(Term.Kind.BAND)) {
            return new Named.NotYet(below ? "Overall crosses below" : "Overall crosses above", Term.Kind.BAND.from());
        }
        Term previous = vocabulary.ofScore(Term.Kind.PREVIOUS_SCORE, Term.Type.NUMBER, "Previous overall", OVERALL);
        Term now = vocabulary.ofScore(Term.Kind.SCORE, Term.Type.NUMBER, OVERALL, OVERALL);
        return new Named.Crossing(previous, now, below);
    }

    private @Nullable Named change(String text) {
        Matcher change = CHANGE.matcher(Names.clean(text));
        if (!change.matches()) {
            return null;
        }
        int days = Integer.parseInt(change.group(2));
        if (days < 1 || days > LONGEST_SPAN) {
            return new Named.Unknown(null);
        }
        return changeIn(change.group(1), days, change.group(3) != null);
    }

    /** The change of a measure over some days, in percent or in points. */
    Named changeIn(String what, int days, boolean percent) {
        Field field = vocabulary.field(what);
        if (field != null && isMeasured(field)) {
            Domain domain = Domain.anyNumber(false, percent || field.isPercent());
            return new Named.Value(vocabulary.ofChange(field, days, percent), domain);
        }
        String score = Names.same(what, OVERALL) ? OVERALL : scoreOf(what);
        if (score != null) {
            String name = scoreKey(score, false, false);
            return value(
                    Term.Kind.CHANGE_IN_SCORE,
                    "Change in " + name,
                    Domain.changeOf(Domain.HUNDRED, percent),
                    () -> vocabulary.ofChange(score, name, days, percent));
        }
        return new Named.Unknown(Names.closest(what, measures())
                .map(name -> "Change in " + name + " over " + days + " days" + (percent ? " %" : ""))
                .orElse(null));
    }

    /** What changes over time under that name, as messages call it; null when nothing does. */
    @Nullable String measure(String text) {
        Field field = vocabulary.field(text);
        if (field != null) {
            return isMeasured(field) ? field.label() : null;
        }
        return same(text, measures());
    }

    private static boolean isMeasured(Field field) {
        return field.isIndicator() && field.type().isNumeric();
    }

    List<String> indicatorLabels() {
        return vocabulary.contract().fields().stream()
                .filter(Field::isIndicator)
                .map(Field::label)
                .toList();
    }

    /** Of the contract's indicators, in contract order. */
    List<String> categories() {
        return vocabulary.contract().fields().stream()
                .filter(Field::isIndicator)
                .map(Field::category)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private @Nullable String scoreOf(String name) {
        String folded = Names.fold(name);
        return folded.endsWith(" score") ? dimension(folded.substring(0, folded.length() - " score".length())) : null;
    }

    /** Everything whose change can be asked for. */
    List<String> measures() {
        List<String> names = new ArrayList<>();
        for (Field field : vocabulary.contract().fields()) {
            if (isMeasured(field)) {
                names.add(field.label());
            }
        }
        if (has(Term.Kind.CHANGE_IN_SCORE)) {
            names.add(OVERALL);
            dimensions().forEach(dimension -> names.add(dimension + " score"));
        }
        return names;
    }

    private Named value(Term.Kind kind, String name, Domain domain, Supplier<Term> term) {
        return has(kind) ? new Named.Value(term.get(), domain) : new Named.NotYet(name, kind.from());
    }
}
