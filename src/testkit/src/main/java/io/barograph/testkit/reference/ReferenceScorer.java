package io.barograph.testkit.reference;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.decision.ScoreChange;
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
        return answer(snapshot, prior).decision();
    }

    /** The decision of one account, with all that can be asked about it. */
    public Answer answer(AccountSnapshot snapshot, PriorState prior) {
        Intake intake = new Intake(contract);
        Account account = intake.account(snapshot, prior);
        Assessment at = new Assessment(account);
        SegmentBook book = process(at);
        if (book == null) {
            Decision none = decision(snapshot, at, SegmentBook.Outcome.NONE, List.of(), Map.of(), "no-model");
            return new Answer(none, new Vocabulary(contract, dimensions, at)::value);
        }
        Vocabulary words = new Vocabulary(contract, book.dimensions(), at);
        SegmentBook.Outcome outcome = book.decide(at, words);
        List<ScoreChange> changes = new ScoreChanges(contract, this, intake, at).list();
        String failure = at.scores.containsKey(Decision.OVERALL) ? null : "no-score";
        return new Answer(decision(snapshot, at, outcome, changes, book.maxAges(), failure), words::value);
    }

    /** Finds the account's segment and processes its indicators; null when the segment has no workbook. */
    @Nullable SegmentBook process(Assessment at) {
        segmentTables.decide(at, new Vocabulary(contract, dimensions, at));
        SegmentBook book = books.stream()
                .filter(one -> Words.same(one.segment(), at.segment))
                .findFirst()
                .orElse(null);
        if (book != null) {
            book.process(at);
        }
        return book;
    }

    /** Scores an account of which some values are given. */
    void score(Assessment at, Map<Field, @Nullable Object> given) {
        SegmentBook book = process(at);
        if (book != null) {
            given.forEach((field, value) -> at.processed.put(field.name(), value));
            book.scoreOnly(at, new Vocabulary(contract, book.dimensions(), at));
        }
    }

    private Decision decision(
            AccountSnapshot snapshot,
            Assessment at,
            SegmentBook.Outcome outcome,
            List<ScoreChange> changes,
            Map<Field, Integer> maxAges,
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
                at.probabilities,
                at.arrAtRisk,
                at.flags,
                at.cohort,
                outcome.playbooks(),
                outcome.escalations(),
                outcome.contributions(),
                changes,
                at.fired,
                issues);
    }
}
