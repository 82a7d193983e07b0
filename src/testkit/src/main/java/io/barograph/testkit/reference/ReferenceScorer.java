package io.barograph.testkit.reference;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.workbook.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides accounts by reading the workbooks' cells each time anew, table by table, as a patient person with a calculator
 * would. Slow, and simple enough to be trusted: what the engine decides must be equal.
 *
 * <p>Expects a sound model; on one the checks would reject it may throw. Messages of issues are its own.
 */
public final class ReferenceScorer {

    private final Contract contract;
    private final ModelVersion version;
    private final SegmentTables segmentTables;
    private final List<SegmentBook> books = new ArrayList<>();
    private final List<String> dimensions;

    /** @param workbooks {@code segments.xlsx} and one a segment */
    public ReferenceScorer(List<Workbook> workbooks, Contract contract, ModelVersion version) {
        this.contract = contract;
        this.version = version;
        segmentTables = new SegmentTables(workbooks.stream()
                .filter(ReferenceScorer::isSegments)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no segments.xlsx among the workbooks")));
        workbooks.stream()
                .filter(workbook -> !isSegments(workbook))
                .forEach(workbook -> books.add(new SegmentBook(workbook, contract)));
        dimensions = books.stream()
                .flatMap(book -> book.dimensions().stream())
                .distinct()
                .toList();
    }

    private static boolean isSegments(Workbook workbook) {
        return Words.same(workbook.file(), "segments.xlsx");
    }

    /** The decision of one account. */
    public Decision decide(AccountSnapshot snapshot, PriorState prior) {
        Account account = new Account(contract, snapshot, prior);
        Assessment at = new Assessment(account);
        segmentTables.decide(at, new Vocabulary(contract, dimensions, at));
        SegmentBook book = books.stream()
                .filter(one -> Words.same(one.segment(), at.segment))
                .findFirst()
                .orElse(null);
        if (book == null) {
            return decision(snapshot, at, new SegmentBook.Outcome(List.of(), List.of()), Map.of(), "no-model");
        }
        SegmentBook.Outcome outcome = book.decide(at, new Vocabulary(contract, book.dimensions(), at));
        String failure = at.scores.containsKey(Decision.OVERALL) ? null : "no-score";
        return decision(snapshot, at, outcome, book.maxAges(), failure);
    }

    private Decision decision(
            AccountSnapshot snapshot,
            Assessment at,
            SegmentBook.Outcome outcome,
            Map<String, Integer> maxAges,
            @Nullable String failure) {
        List<DecisionIssue> issues = new ArrayList<>(at.account.issues(maxAges));
        if (failure != null) {
            issues.add(new DecisionIssue(failure, failure, null));
        }
        return new Decision(
                snapshot.accountId(),
                snapshot.asOf(),
                failure == null ? Decision.Status.DECIDED : Decision.Status.UNDECIDED,
                version,
                at.segment,
                at.tier,
                at.scores,
                at.bands,
                at.coverage.get(Decision.OVERALL),
                at.confidence,
                Map.of(),
                null,
                List.of(),
                null,
                outcome.playbooks(),
                List.of(),
                outcome.contributions(),
                List.of(),
                at.fired,
                issues);
    }
}
