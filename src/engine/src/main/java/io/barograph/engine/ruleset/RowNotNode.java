package io.barograph.engine.ruleset;

import org.drools.core.RuleBaseConfiguration;
import org.drools.core.common.BetaConstraints;
import org.drools.core.common.Memory;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.LeftTupleSource;
import org.drools.core.reteoo.NotNode;
import org.drools.core.reteoo.RightInputAdapterNode;
import org.drools.core.reteoo.builder.BuildContext;

/** A negation of accounts with rows. */
final class RowNotNode extends NotNode {

    private static final long serialVersionUID = 1L;

    RowNotNode(
            int id,
            LeftTupleSource left,
            RightInputAdapterNode<?> rows,
            BetaConstraints<?> binder,
            BuildContext context) {
        super(id, left, rows, binder, context);
    }

    @Override
    public Memory createMemory(RuleBaseConfiguration config, ReteEvaluator session) {
        BetaMemory<?> usual = (BetaMemory<?>) super.createMemory(config, session);
        return new BetaMemory<>(usual.getLeftTupleMemory(), new RowMemory(), usual.getContext(), getType());
    }
}
