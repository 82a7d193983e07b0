package io.barograph.service.decisions;

import io.barograph.service.problems.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Keeps decisions of concurrent requests with one commit: whoever comes first writes for all who wait by then. Each
 * caller goes on only once its own decisions are kept. Only so many may wait, and only so long; who finds no place, or is
 * not reached in time, is refused with nothing kept.
 */
@Component
class GroupCommit {

    private static final int LARGEST_GROUP = 128;

    private final DecisionStore store;
    private final int places;
    private final Duration patience;
    private final Semaphore free;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();

    /** Held by whoever writes. Those who wait sleep elsewhere, so that they need not take turns at it to learn that they are done. */
    private final ReentrantLock writing = new ReentrantLock();

    GroupCommit(DecisionStore store, Limits limits) {
        this.store = store;
        this.places = limits.waiting();
        this.patience = limits.patience();
        this.free = new Semaphore(places, true);
    }

    /** Decisions that are kept together and what became of them. */
    private static final class Waiting {
        private final List<AnsweredDecision> decisions;
        private final Thread caller = Thread.currentThread();
        /** Set by the writer that takes them, or by their caller that gives up: whoever is first. */
        private final AtomicBoolean claimed = new AtomicBoolean();

        private @Nullable RuntimeException failure;
        /** Written last, and read first. */
        private volatile boolean over;

        Waiting(List<AnsweredDecision> decisions) {
            this.decisions = decisions;
        }

        void over(@Nullable RuntimeException why) {
            failure = decisions.isEmpty() ? null : why;
            over = true;
            LockSupport.unpark(caller);
        }

        /** To be called by its caller: unless somebody is writing them, they are not kept. */
        void giveUp() {
            if (claimed.compareAndSet(false, true)) {
                failure = Problem.storeBusy();
                over = true;
            }
        }
    }

    /**
     * Keeps all of them, or none when it throws: what {@link DecisionStore#append} throws, or a problem when too many
     * wait.
     */
    void append(List<AnsweredDecision> decisions) {
        RuntimeException failure = appendAll(List.of(decisions)).get(0);
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * Keeps each of them by itself, with one commit as far as that goes.
     *
     * @return what went wrong with each, which is not kept then; null where nothing did
     */
    List<@Nullable RuntimeException> appendEach(List<AnsweredDecision> decisions) {
        return appendAll(decisions.stream().map(List::of).toList());
    }

    private List<@Nullable RuntimeException> appendAll(List<List<AnsweredDecision>> parts) {
        int taken = Math.min(parts.stream().mapToInt(List::size).sum(), places);
        try {
            if (!free.tryAcquire(taken, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.storeBusy();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Problem.storeUnavailable(stop);
        }
        try {
            return appendInTurn(parts.stream().map(Waiting::new).toList());
        } finally {
            free.release(taken);
        }
    }

    /**
     * Waits until all that the database shows by now is safe from a crash: an embedded one shows a commit a moment before
     * it is on disk. So it takes a turn with nothing to keep.
     */
    void settle() {
        RuntimeException failure = appendInTurn(List.of(new Waiting(List.of()))).get(0);
        if (failure != null) {
            throw failure;
        }
    }

    /** @return what went wrong with each, null where nothing did */
    private List<@Nullable RuntimeException> appendInTurn(List<Waiting> mine) {
        queue.addAll(mine);
        long deadline = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        boolean patient = true;
        while (!isOver(mine)) {
            if (writing.tryLock()) {
                try {
                    while (!isOver(mine)) {
                        write(nextGroup());
                    }
                } finally {
                    writing.unlock();
                }
                wakeNext();
                break;
            }
            long left = deadline - System.nanoTime();
            if (patient && (left <= 0 || interrupted)) {
                mine.forEach(Waiting::giveUp);
                wakeNext(); // it may have been woken to write
                patient = false; // someone may be writing some: what becomes of them has to be known
            } else if (patient) {
                LockSupport.parkNanos(this, left);
            } else {
                LockSupport.park(this);
            }
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return mine.stream()
                .<@Nullable RuntimeException>map(waiting -> waiting.failure)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean isOver(List<Waiting> waiting) {
        for (Waiting one : waiting) {
            if (!one.over) {
                return false;
            }
        }
        return true;
    }

    /** Whoever came first of those that still wait writes next. */
    private void wakeNext() {
        for (Waiting waiting : queue) {
            if (!waiting.claimed.get()) {
                LockSupport.unpark(waiting.caller);
                return;
            }
        }
    }

    private List<Waiting> nextGroup() {
        List<Waiting> group = new ArrayList<>();
        int decisions = 0;
        for (Waiting next = queue.peek(); next != null; next = queue.peek()) {
            if (!group.isEmpty() && decisions + next.decisions.size() > LARGEST_GROUP) {
                break;
            }
            queue.remove();
            if (next.claimed.compareAndSet(false, true)) {
                group.add(next);
                decisions += next.decisions.size();
            }
        }
        return group;
    }

    /** When one of a group cannot be kept, the others must not suffer: then each is written alone. */
    private void write(List<Waiting> group) {
        RuntimeException failure = tryToKeep(group);
        boolean ofOneMember = group.size() > 1
                && (failure instanceof DataIntegrityViolationException
                        || failure instanceof ConcurrencyFailureException);
        for (Waiting waiting : group) {
            waiting.over(ofOneMember ? tryToKeep(List.of(waiting)) : failure);
        }
    }

    private @Nullable RuntimeException tryToKeep(List<Waiting> group) {
        List<AnsweredDecision> decisions =
                group.stream().flatMap(waiting -> waiting.decisions.stream()).toList();
        if (decisions.isEmpty()) {
            return null;
        }
        try {
            store.append(decisions);
            return null;
        } catch (RuntimeException failure) {
            return failure;
        } catch (Error failure) { // those who wait must be told, whatever it is
            return Problem.storeUnavailable(failure);
        }
    }
}
