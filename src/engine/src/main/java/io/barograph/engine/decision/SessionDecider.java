package io.barograph.engine.decision;

import io.barograph.engine.model.Model;
import io.barograph.engine.ruleset.RuleFailure;
import io.barograph.engine.ruleset.Ruleset;
import io.barograph.engine.ruleset.RulesetSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Decides in micro-batches on pooled sessions; accounts that make a rule fail are singled out. */
final class SessionDecider implements Decider {

    /** Accounts that pass through a session together. */
    private static final int BATCH = 128;

    private final Ruleset ruleset;
    private final ModelVersion model;
    private final ModelPlan plan;
    private final Pipeline pipeline;
    private final OutcomeRenderer renderer;
    private final Recall recall;
    private final ConcurrentLinkedQueue<RulesetSession> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    SessionDecider(Ruleset ruleset, ModelVersion model) {
        this(ruleset, model, new ModelPlan(ruleset.model(), ruleset.rows()), false);
    }

    private SessionDecider(Ruleset ruleset, ModelVersion model, ModelPlan plan, boolean withoutChanges) {
        this.ruleset = ruleset;
        this.plan = plan;
        this.model = model;
        Pipeline whole = new Pipeline(plan, ruleset.guardrails());
        this.pipeline = withoutChanges ? whole.withoutChanges() : whole;
        this.renderer = new OutcomeRenderer(plan, ruleset.guardrails());
        this.recall = Recall.of(plan);
    }

    /** The same guardrails over other rows, without {@code changes}. */
    SessionDecider over(Model rows) {
        Ruleset other = Ruleset.of(rows, ruleset.guardrails());
        return new SessionDecider(
                other, new ModelVersion(model.version(), rows.digest()), new ModelPlan(rows, other.rows()), true);
    }

    @Override
    public ModelVersion model() {
        return model;
    }

    @Override
    public OutcomeRenderer renderer() {
        return renderer;
    }

    @Override
    public Recall recall() {
        return recall;
    }

    @Override
    public List<Decision> decide(List<Inquiry> inquiries) {
        List<Decision> decisions = new ArrayList<>(inquiries.size());
        for (AccountCase account : cases(inquiries)) {
            decisions.add(tell(account));
        }
        return Collections.unmodifiableList(decisions);
    }

    private Decision tell(AccountCase account) {
        return renderer.tell(account.inquiry.snapshot().accountId(), account.asOf(), model, Outcomes.of(account));
    }

    Ruleset ruleset() {
        return ruleset;
    }

    /** Accounts that have been through all stages, or as far as they got, in the order of the inquiries. */
    List<AccountCase> cases(List<Inquiry> inquiries) {
        if (closed) {
            throw new IllegalStateException("this decider is closed");
        }
        List<AccountCase> accounts = new ArrayList<>(inquiries.size());
        for (int from = 0; from < inquiries.size(); from += BATCH) {
            accounts.addAll(batch(inquiries.subList(from, Math.min(from + BATCH, inquiries.size()))));
        }
        return accounts;
    }

    @Override
    public NearMisses nearMisses(AccountSnapshot snapshot, PriorState prior, int limit) {
        AccountCase account = cases(List.of(new Inquiry(snapshot, prior))).get(0);
        boolean decided = account.goesOn() && account.scorecard().isScored();
        return decided
                ? new NearMisses(Lifts.of(account, pipeline.rescoring()), NearRows.of(account)).limit(limit)
                : new NearMisses(List.of(), List.of());
    }

    private List<AccountCase> batch(List<Inquiry> inquiries) {
        List<AccountCase> accounts = open(inquiries);
        RuleFailure failure = attempt(accounts);
        if (failure == null) {
            return accounts;
        }
        if (inquiries.size() == 1) {
            accounts.get(0).fail(failure.reason());
            return accounts;
        }
        List<AccountCase> singly = new ArrayList<>(inquiries.size());
        inquiries.forEach(inquiry -> singly.addAll(batch(List.of(inquiry))));
        return singly;
    }

    private List<AccountCase> open(List<Inquiry> inquiries) {
        List<AccountCase> accounts = new ArrayList<>(inquiries.size());
        inquiries.forEach(inquiry -> accounts.add(new AccountCase(inquiry, plan)));
        return accounts;
    }

    /** @return the failure when a rule failed; the session is then thrown away */
    private @Nullable RuleFailure attempt(List<AccountCase> accounts) {
        RulesetSession session = idle.poll();
        if (session == null) {
            session = ruleset.open();
        }
        boolean sound = false;
        try {
            pipeline.run(accounts, session);
            sound = true;
            return null;
        } catch (RuleFailure failure) {
            return failure;
        } finally {
            if (sound && !closed) {
                idle.add(session);
            } else {
                session.close();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (RulesetSession session = idle.poll(); session != null; session = idle.poll()) {
            session.close();
        }
    }
}
