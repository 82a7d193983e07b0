package io.barograph.engine.ruleset;

import org.drools.base.reteoo.NodeTypeEnums;
import org.drools.core.RuleBaseConfiguration;
import org.drools.core.common.BetaConstraints;
import org.drools.core.common.Memory;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.JoinNode;
import org.drools.core.reteoo.LeftTupleSource;
import org.drools.core.reteoo.RightInputAdapterNode;
import org.drools.core.reteoo.builder.BuildContext;

/**
 * A join of accounts with rows. Rows are in the session before the first account and stay as they are, and an account leaves once everything
 * fired for it, so a join that ends its rule need not remember which accounts matched what.
 */
final class RowJoinNode extends JoinNode {

    private static final long serialVersionUID = 1L;

    RowJoinNode(
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

    /** Whether what matches is kept, to be taken back when the account leaves: only where more of the rule follows. */
    @Override
    public boolean isLeftTupleMemoryEnabled() {
        return getSinkPropagator().size() > 1
                || !NodeTypeEnums.isTerminalNode(getSinkPropagator().getFirstLeftTupleSink());
    }
}
