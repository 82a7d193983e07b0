package io.barograph.engine.decision;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.ruleset.Matcher;
import io.barograph.engine.ruleset.ModelRows;
import io.barograph.engine.ruleset.PlainMatcher;
import io.barograph.engine.ruleset.RuleFailure;
import io.barograph.engine.ruleset.Ruleset;
import io.barograph.engine.ruleset.RulesetSession;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.GuardrailFact;
import io.barograph.engine.text.Numbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Moves the numbers of a model one by one and runs its tests again: a number that can move without any test failing is one
 * that nobody watches. What is moved is the model, not the workbooks; sums and order are not checked again.
 */
public final class Mutation {

    /** Numbers tried at most; far beyond what people write. */
    static final int MOST = 5_000;

    private static final String REMEDY = "add a test whose result depends on it";

    /** Told how many numbers are done. */
    @FunctionalInterface
    public interface Progress {
        void at(int done, int all);
    }

    /** Where a number stands, and the workbook it belongs to. */
    private record Target(SegmentModel segment, Mutant mutant) {}

    private final Model model;
    private final Ruleset ruleset;
    private final RulesetSession guardrails;

    private Mutation(Ruleset ruleset, RulesetSession guardrails) {
        this.model = ruleset.model();
        this.ruleset = ruleset;
        this.guardrails = guardrails;
    }

    /**
     * @param compilation whose decider is open
     * @throws IllegalArgumentException when its decider was not made by {@link ModelCompiler}
     */
    public static MutationReport run(Compilation.Accepted compilation, Progress progress) {
        if (!(compilation.decider() instanceof SessionDecider decider)) {
            throw new IllegalArgumentException("only a compiled model can be mutated");
        }
        try (RulesetSession session = decider.ruleset().open()) {
            return new Mutation(decider.ruleset(), session).report(decider, progress);
        }
    }

    private MutationReport report(SessionDecider decider, Progress progress) {
        List<TestSheets.Example> examples = new TestSheets(model).examples();
        List<AccountCase> accounts =
                decider.cases(examples.stream().map(TestSheets.Example::inquiry).toList());
        List<Target> targets = targets();
        List<Target> tried = targets.subList(0, Math.min(MOST, targets.size()));
        Issues issues = new Issues();
        int noticed = 0;
        for (int i = 0; i < tried.size(); i++) {
            Target target = tried.get(i);
            List<TestSheets.Example> watching = new ArrayList<>();
            for (int j = 0; j < examples.size(); j++) {
                SegmentPlan plan = accounts.get(j).plan;
                if (plan != null && plan.model().file().equals(target.segment().file())) {
                    watching.add(examples.get(j));
                }
            }
            if (isNoticed(target, watching)) {
                noticed++;
            } else {
                report(target.mutant(), issues);
            }
            progress.at(i + 1, tried.size());
        }
        return new MutationReport(noticed, issues.sorted(), targets.size() - tried.size());
    }

    /** Workbooks without tests are left alone: nothing would be noticed there. */
    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (SegmentModel segment : model.segmentModels()) {
            if (!segment.tests().isEmpty()) {
                Mutants.of(segment).stream()
                        .filter(mutant -> !mutant.variants().isEmpty())
                        .forEach(mutant -> targets.add(new Target(segment, mutant)));
            }
        }
        return targets;
    }

    private boolean isNoticed(Target target, List<TestSheets.Example> examples) {
        for (Row variant : target.mutant().variants()) {
            Model changed =
                    ChangedRows.in(model, target.segment(), target.mutant().original(), variant);
            if (anyFails(changed, examples)) {
                return true;
            }
        }
        return false;
    }

    private boolean anyFails(Model changed, List<TestSheets.Example> examples) {
        ModelPlan plan = new ModelPlan(changed, new ModelRows(changed));
        List<AccountCase> accounts = examples.stream()
                .map(example -> new AccountCase(example.inquiry(), plan))
                .toList();
        try {
            new Pipeline(plan, ruleset.guardrails())
                    .withoutChanges()
                    .run(accounts, new Changed(new PlainMatcher(plan.rows()), guardrails));
        } catch (RuleFailure failure) {
            return true;
        }
        for (int i = 0; i < accounts.size(); i++) {
            if (!TestSheets.failures(examples.get(i).row(), accounts.get(i)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static void report(Mutant mutant, Issues issues) {
        CellAddress cell = mutant.cell();
        boolean both = mutant.variants().size() > 1;
        issues.notice(
                IssueCode.UNNOTICED_CHANGE,
                cell,
                "no test notices if the " + Numbers.canonical(mutant.number()).toPlainString() + " in " + cell.sheet()
                        + "!" + CellAddress.columnName(cell.column()) + cell.row() + " moves by "
                        + Numbers.canonical(mutant.step()).toPlainString() + (both ? " up or down" : ""),
                mutant.original().head().words(),
                REMEDY);
    }

    /** Rows of the changed model, with the guardrails of the one it was. */
    private record Changed(PlainMatcher rows, Matcher guardrails) implements Matcher {

        @Override
        public void fire(Collection<? extends AccountFact> accounts) {
            rows.fire(accounts);
        }

        @Override
        public void review(Collection<? extends GuardrailFact> facts) {
            guardrails.review(facts);
        }
    }
}
