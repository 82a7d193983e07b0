package io.barograph.engine.ruleset;

import io.barograph.engine.ruleset.fact.RowFact;
import org.drools.base.base.ClassObjectType;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.base.definitions.impl.KnowledgePackageImpl;
import org.drools.core.common.BetaConstraints;
import org.drools.core.reteoo.CoreComponentFactory;
import org.drools.core.reteoo.JoinNode;
import org.drools.core.reteoo.JoinRightAdapterNode;
import org.drools.core.reteoo.LeftTupleSource;
import org.drools.core.reteoo.NotNode;
import org.drools.core.reteoo.NotRight;
import org.drools.core.reteoo.ObjectSource;
import org.drools.core.reteoo.builder.BuildContext;
import org.drools.core.reteoo.builder.NodeFactory;
import org.drools.core.reteoo.builder.PhreakNodeFactory;

/**
 * Has the session hold rows that accounts are joined with in a {@link RowMemory}. Found by Drools as a service; every other rule base of the
 * process is built as ever.
 */
public final class RowNodes implements CoreComponentFactory {

    private final NodeFactory nodes = new Factory();

    @Override
    public NodeFactory getNodeFactoryService() {
        return nodes;
    }

    @Override
    public InternalKnowledgePackage createKnowledgePackage(String name) {
        return new KnowledgePackageImpl(name);
    }

    private static boolean holdsRows(ObjectSource source) {
        return source.getObjectTypeNode() != null
                && source.getObjectTypeNode().getObjectType() instanceof ClassObjectType type
                && RowFact.class.isAssignableFrom(type.getClassType());
    }

    private static final class Factory extends PhreakNodeFactory {

        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("rawtypes") // as Drools declares it
        public JoinNode buildJoinNode(
                int id, LeftTupleSource left, ObjectSource right, BetaConstraints binder, BuildContext context) {
            if (!holdsRows(right)) {
                return super.buildJoinNode(id, left, right, binder, context);
            }
            JoinRightAdapterNode rows = new JoinRightAdapterNode(id, right, context);
            return new RowJoinNode(context.getNextNodeId(), left, rows, binder, context);
        }

        @Override
        @SuppressWarnings("rawtypes") // as Drools declares it
        public NotNode buildNotNode(
                int id, LeftTupleSource left, ObjectSource right, BetaConstraints binder, BuildContext context) {
            if (!holdsRows(right)) {
                return super.buildNotNode(id, left, right, binder, context);
            }
            NotRight rows = new NotRight(id, right, context);
            return new RowNotNode(context.getNextNodeId(), left, rows, binder, context);
        }
    }
}
