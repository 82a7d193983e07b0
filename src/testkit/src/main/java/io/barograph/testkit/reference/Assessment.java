package io.barograph.testkit.reference;

import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.RaisedFlag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One account on its way through the tables: what is known so far, and what has fired. */
final class Assessment {

    private static final List<String> SEVERITIES = List.of("low", "medium", "high");

    final Account account;
    final List<FiredRule> fired = new ArrayList<>();

    @Nullable String segment;

    @Nullable String tier;

    /** Processed values of the indicators that the segment lists, by contract name; null when missing. */
    final Map<String, @Nullable Object> processed = new HashMap<>();

    /** Before caps until Caps has run, after caps from then on; only those that exist. */
    final Map<String, BigDecimal> scores = new LinkedHashMap<>();

    /** Rounded, by score. */
    final Map<String, BigDecimal> coverage = new LinkedHashMap<>();

    final Map<String, String> bands = new LinkedHashMap<>();

    @Nullable String confidence;

    /** Churn, then expansion, by horizon rising. */
    final Map<String, BigDecimal> probabilities = new LinkedHashMap<>();

    @Nullable BigDecimal arrAtRisk;

    /** All that were raised so far. */
    final List<RaisedFlag> flags = new ArrayList<>();

    /** Names of the flags that conditions see by now, each once. */
    List<String> visibleFlags = List.of();

    @Nullable String severity;

    @Nullable String cohort;

    /** Names of running playbooks, each once, in sheet order. */
    List<String> running = List.of();

    /** Who is told, each once, in sheet order. */
    final List<String> escalatedTo = new ArrayList<>();

    Assessment(Account account) {
        this.account = account;
    }

    /** From here on conditions see what has been raised. */
    void showFlags() {
        List<String> names = new ArrayList<>();
        for (RaisedFlag flag : flags) {
            addOnce(names, flag.flag());
            if (severity == null || SEVERITIES.indexOf(flag.severity()) > SEVERITIES.indexOf(severity)) {
                severity = flag.severity();
            }
        }
        visibleFlags = names;
    }

    static void addOnce(List<String> names, String name) {
        if (names.stream().noneMatch(one -> Words.same(one, name))) {
            names.add(name);
        }
    }

    @Nullable Object value(Field field) {
        if (!field.isIndicator()) {
            return account.attribute(field);
        }
        return processed.containsKey(field.name()) ? processed.get(field.name()) : account.newest(field);
    }

    /** Fires a row whose sentence is told by what is known now. */
    void fire(
            Grid.Line line,
            String cellHeader,
            Vocabulary words,
            Map<String, @Nullable Object> inputs,
            Map<String, @Nullable Object> effect) {
        String because = line.text("Because");
        fire(line, cellHeader, because == null ? null : Sentence.fill(because, words), inputs, effect);
    }

    /** @param cellHeader the column of the cell that says what the row does */
    void fire(
            Grid.Line line,
            String cellHeader,
            @Nullable String because,
            Map<String, @Nullable Object> inputs,
            Map<String, @Nullable Object> effect) {
        String cell = line.address(cellHeader);
        fired.add(new FiredRule(fired.size() + 1, line.ruleId(), line.grid().title, cell, because, inputs, effect));
    }
}
