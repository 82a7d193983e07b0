package io.barograph.cli;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.exchange.AccountFile;
import io.barograph.engine.exchange.SnapshotLine;
import io.barograph.engine.text.Names;
import io.barograph.engine.text.Printable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for one account in a file, from the top, and remembers what helps when it is not there. */
final class AccountSearch {

    private static final int CANDIDATES = 1_000;
    private static final int SUGGESTIONS = 3;

    private final String wanted;
    private final List<String> close = new ArrayList<>();
    private long accounts;
    private long badLines;
    private SnapshotLine.@Nullable Bad firstBad;

    AccountSearch(String wanted) {
        this.wanted = wanted;
    }

    /** The first snapshot of the account; null when there is none. */
    @Nullable AccountSnapshot in(AccountFile file) {
        while (file.hasNext()) {
            SnapshotLine line = file.next();
            if (line instanceof SnapshotLine.Good good) {
                if (good.snapshot().accountId().equals(wanted)) {
                    return good.snapshot();
                }
                accounts++;
                remember(good.snapshot().accountId());
            } else if (line instanceof SnapshotLine.Bad bad) {
                badLines++;
                firstBad = firstBad == null ? bad : firstBad;
            }
        }
        return null;
    }

    private void remember(String id) {
        if (close.size() < CANDIDATES && Names.closest(wanted, List.of(id)).isPresent()) {
            close.add(id);
        }
    }

    /** Why it was not found, and what may have been meant. */
    String failure(String fileName) {
        StringBuilder message =
                new StringBuilder("`%s` is not among the %,d accounts of `%s`".formatted(wanted, accounts, fileName));
        List<String> suggestions = suggestions();
        if (!suggestions.isEmpty()) {
            message.append("; did you mean `")
                    .append(String.join("` or `", suggestions))
                    .append("`?");
        }
        if (firstBad != null) {
            message.append("; %,d %s could not be read, the first: line %d: %s"
                    .formatted(badLines, badLines == 1 ? "line" : "lines", firstBad.line(), firstBad.message()));
        }
        return Printable.line(message.toString());
    }

    private List<String> suggestions() {
        List<String> left = new ArrayList<>(close);
        List<String> suggestions = new ArrayList<>();
        while (suggestions.size() < SUGGESTIONS) {
            String next = Names.closest(wanted, left).orElse(null);
            if (next == null) {
                return suggestions;
            }
            suggestions.add(next);
            left.removeIf(next::equals);
        }
        return suggestions;
    }
}
