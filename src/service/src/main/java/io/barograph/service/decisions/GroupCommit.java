package io.barograph.service.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Keeps decisions of concurrent requests with one commit: whoever comes first writes for all who wait by then. Each
 * caller goes on only once its own decision is kept.
 */
@Component
class GroupCommit {

    private static final int LARGEST_GROUP = 128;

    private final DecisionStore store;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    GroupCommit(DecisionStore store) {
        this.store = store;
    }

    /** One decision and what became of it. */
    private static final class Waiting {
        private final AnsweredDecision decision;
        private boolean over;
        private @Nullable RuntimeException failure;

        Waiting(AnsweredDecision decision) {
            this.decision = decision;
        }

        void over(@Nullable RuntimeException why) {
            over = true;
            failure = why;
        }
    }

    /** Fails like {@link DecisionStore#append} with a list of one. */
    void append(AnsweredDecision decision) {
        Waiting mine = new Waiting(decision);
        queue.add(mine);
        writing.lock();
        try {
            while (!mine.over) {
                write(nextGroup());
            }
        } finally {
            writing.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
    }

    private List<Waiting> nextGroup() {
        List<Waiting> group = new ArrayList<>();
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            group.add(next);
            if (group.size() == LARGEST_GROUP) {
                break;
            }
        }
        return group;
    }

    /** When one of a group cannot be kept, the others must not suffer: then each is written alone. */
    private void write(List<Waiting> group) {
        RuntimeException failure = append(group);
        boolean ofOneMember =
                failure instanceof DataIntegrityViolationException || failure instanceof ConcurrencyFailureException;
        for (Waiting waiting : group) {
            waiting.over(ofOneMember ? append(List.of(waiting)) : failure);
        }
    }

    private @Nullable RuntimeException append(List<Waiting> group) {
        try {
            store.append(group.stream().map(waiting -> waiting.decision).toList());
            return null;
        } catch (RuntimeException failure) {
            return failure;
        }
    }
}
