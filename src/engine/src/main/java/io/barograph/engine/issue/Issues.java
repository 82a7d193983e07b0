package io.barograph.engine.issue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects findings while work goes on, and hands them out sorted by place. Not thread-safe. */
public final class Issues {

    private static final Comparator<Issue> BY_PLACE = Comparator.comparing(Issue::cell)
            .thenComparing(Issue::severity)
            .thenComparing(Issue::code)
            .thenComparing(Issue::message);

    private final List<Issue> found = new ArrayList<>();

    public void error(IssueCode code, CellAddress cell, String message) {
        error(code, cell, message, null, null);
    }

    public void error(
            IssueCode code, CellAddress cell, String message, @Nullable String row, @Nullable String suggestion) {
        add(new Issue(code, Severity.ERROR, message, cell, row, suggestion));
    }

    public void notice(IssueCode code, CellAddress cell, String message) {
        notice(code, cell, message, null, null);
    }

    public void notice(
            IssueCode code, CellAddress cell, String message, @Nullable String row, @Nullable String suggestion) {
        add(new Issue(code, Severity.NOTICE, message, cell, row, suggestion));
    }

    public void add(Issue issue) {
        found.add(issue);
    }

    public void addAll(Iterable<Issue> issues) {
        issues.forEach(this::add);
    }

    /** How many findings there are so far. */
    public int count() {
        return found.size();
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Issue::isError);
    }

    /** Everything found so far, by file, sheet, row and column. */
    public List<Issue> sorted() {
        return found.stream().sorted(BY_PLACE).distinct().toList();
    }
}
