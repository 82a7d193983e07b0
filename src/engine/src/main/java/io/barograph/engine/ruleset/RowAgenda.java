package io.barograph.engine.ruleset;

import org.drools.core.common.InternalAgendaGroup;
import org.drools.core.phreak.RuleAgendaItem;
import org.drools.core.phreak.RuleExecutor;
import org.drools.core.reteoo.AgendaComponentFactory;
import org.drools.core.reteoo.PathMemory;
import org.drools.core.reteoo.RuleTerminalNodeLeftTuple;
import org.drools.core.reteoo.TerminalNode;

/**
 * Has the session forget the firings of a rule that ends with a {@link RowJoinNode}: its account leaves right after it, so nobody comes back
 * to them. Found by Drools as a service; every other rule of the process fires as ever.
 */
public final class RowAgenda extends AgendaComponentFactory.AgendaComponentFactoryImpl {

    @Override
    public RuleAgendaItem createAgendaItem(
            int salience, PathMemory path, TerminalNode end, boolean declarative, InternalAgendaGroup group) {
        return end.getLeftTupleSource() instanceof RowJoinNode
                ? new Item(salience, path, end, declarative, group)
                : super.createAgendaItem(salience, path, end, declarative, group);
    }

    private static final class Item extends RuleAgendaItem {

        private final RuleExecutor executor;

        Item(int salience, PathMemory path, TerminalNode end, boolean declarative, InternalAgendaGroup group) {
            super(salience, path, end, declarative, group);
            this.executor = new Executor(path, this, declarative);
        }

        @Override
        public RuleExecutor getRuleExecutor() {
            return executor;
        }
    }

    /** Keeps no list of what has fired. */
    private static final class Executor extends RuleExecutor {

        Executor(PathMemory path, RuleAgendaItem item, boolean declarative) {
            super(path, item, declarative);
        }

        @Override
        public void addDormantTuple(RuleTerminalNodeLeftTuple fired) {}

        @Override
        public void removeDormantTuple(RuleTerminalNodeLeftTuple fired) {}
    }
}
