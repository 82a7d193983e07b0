package io.barograph.cli;

import io.barograph.engine.audit.CanonicalJson;
import io.barograph.engine.audit.Difference;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells programs what came of a replay, as one line of JSON. */
final class ReplayJson {

    private ReplayJson() {}

    static void write(ReplayTally tally, long badLines, String engine, OutputStream out) throws IOException {
        Map<String, @Nullable Object> document = new TreeMap<>();
        document.put("decisions", number(tally.decisions()));
        document.put("identical", number(tally.identical()));
        document.put("without_sealed_values", number(tally.withoutValues()));
        document.put("different", number(tally.different()));
        document.put("not_replayed", numbers(tally.notReplayed()));
        document.put("reasons", tally.reasons());
        document.put("bad_lines", number(badLines));
        document.put(
                "differing", tally.differing().stream().map(ReplayJson::tree).toList());
        document.put("engine", new TreeMap<>(Map.of("recorded", numbers(tally.engines()), "replayed", engine)));
        document.put("models", numbers(tally.models()));
        out.write(CanonicalJson.bytes(document));
        out.write('\n');
        out.flush();
    }

    private static Map<String, @Nullable Object> tree(ReplayTally.Differing differing) {
        Map<String, @Nullable Object> members = new TreeMap<>();
        members.put("index", number(differing.index()));
        members.put("decision_id", differing.decisionId());
        members.put("account_id", differing.accountId());
        members.put("difference_count", number(differing.total()));
        members.put(
                "differences", differing.first().stream().map(ReplayJson::tree).toList());
        return members;
    }

    /** A side that has nothing at the place is left out. */
    private static Map<String, @Nullable Object> tree(Difference difference) {
        Map<String, @Nullable Object> members = new TreeMap<>();
        members.put("place", difference.place());
        if (difference.recorded() != null) {
            members.put("recorded", CanonicalJson.tree(difference.recorded().getBytes(StandardCharsets.UTF_8)));
        }
        if (difference.replayed() != null) {
            members.put("replayed", CanonicalJson.tree(difference.replayed().getBytes(StandardCharsets.UTF_8)));
        }
        return members;
    }

    private static Map<String, @Nullable Object> numbers(Map<String, Long> counts) {
        Map<String, @Nullable Object> numbers = new TreeMap<>();
        counts.forEach((name, count) -> numbers.put(name, number(count)));
        return numbers;
    }

    private static BigDecimal number(long number) {
        return BigDecimal.valueOf(number);
    }
}
