package io.barograph.engine.ruleset;

import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.GuardrailFact;
import io.barograph.engine.ruleset.fact.RowFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * A KIE session that holds a model's rows; accounts come and go. For one thread at a time. When a call throws
 * {@link RuleFailure}, the session must be closed, not used again.
 */
public final class RulesetSession implements Matcher, AutoCloseable {

    private final KieSession pipeline;
    private final @Nullable KieSession guardrails;
    private final List<FactHandle> handles = new ArrayList<>();

    RulesetSession(List<RowFact> rows, Guardrails guardrails) {
        this.pipeline = RuleBase.pipelineSession();
        rows.forEach(pipeline::insert);
        this.guardrails = guardrails.newSession();
    }

    @Override
    public void fire(Collection<? extends AccountFact> accounts) {
        pass(pipeline, accounts);
    }

    @Override
    public void review(Collection<? extends GuardrailFact> facts) {
        if (guardrails != null) {
            pass(guardrails, facts);
        }
    }

    /** Listens to the pipeline's firings, independently of the accounts' logs. */
    public void listen(AgendaEventListener listener) {
        pipeline.addEventListener(listener);
    }

    private void pass(KieSession session, Collection<?> facts) {
        handles.clear();
        try {
            for (Object fact : facts) {
                handles.add(session.insert(fact));
            }
            session.fireAllRules();
            for (FactHandle handle : handles) {
                session.delete(handle);
            }
        } catch (RuntimeException e) {
            throw RuleFailure.of(e);
        }
    }

    @Override
    public void close() {
        pipeline.dispose();
        if (guardrails != null) {
            guardrails.dispose();
        }
    }
}
