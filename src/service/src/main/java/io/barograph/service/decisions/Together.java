package io.barograph.service.decisions;

import io.barograph.service.problems.Problem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions of concurrent threads in groups: whoever finds a free lane works for all who wait by then, the others sleep
 * until they are answered. Nobody waits for company, so who comes alone is served alone.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
final class Together<Q, A> {

    /** What is done for a group. */
    @FunctionalInterface
    interface Work<Q, A> {

        /**
         * Begins it, while the group has its lane.
         *
         * @return ends it once the next group may have the lane, with the answer to each question, or what is thrown instead of it
         */
        Supplier<List<Supplier<A>>> begin(List<Q> questions);
    }

    private final Work<Q, A> work;
    private final Function<Q, Object> subject;
    private final int most;
    private final Duration patience;
    private final Semaphore lanes;

    /** Guarded by itself, as is whether its members are taken. */
    private final Deque<Waiting> queue = new ArrayDeque<>();

    /**
     * @param subject what a question is about; no group has two questions about one subject
     * @param lanes groups that are worked for at the same time
     * @param most questions of a group
     * @param patience how long a question waits for a lane before it is refused
     */
    Together(Work<Q, A> work, Function<Q, Object> subject, int lanes, int most, Duration patience) {
        this.work = work;
        this.subject = subject;
        this.lanes = new Semaphore(lanes);
        this.most = most;
        this.patience = patience;
    }

    private final class Waiting {

        private final Q question;
        private final Thread caller = Thread.currentThread();
        private boolean taken;
        private volatile @Nullable Supplier<A> answer;

        Waiting(Q question) {
            this.question = question;
        }

        void answer(Supplier<A> given) {
            answer = given;
            LockSupport.unpark(caller);
        }
    }

    /** @throws Problem when there is no lane in time; else whatever the work says is thrown */
    A ask(Q question) {
        Waiting mine = new Waiting(question);
        synchronized (queue) {
            queue.add(mine);
        }
        long deadline = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        boolean patient = true;
        Supplier<A> answer = mine.answer;
        while (answer == null) {
            if (waits(mine) && lanes.tryAcquire()) {
                lead();
            } else {
                long left = deadline - System.nanoTime();
                if (patient && (left <= 0 || interrupted)) {
                    if (gaveUp(mine)) {
                        restore(interrupted);
                        throw Problem.storeBusy();
                    }
                    patient = false; // someone works for it: what becomes of it has to be known
                }
                if (patient) {
                    LockSupport.parkNanos(this, left);
                } else {
                    LockSupport.park(this);
                }
                interrupted |= Thread.interrupted();
            }
            answer = mine.answer;
        }
        restore(interrupted);
        return answer.get();
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean waits(Waiting mine) {
        synchronized (queue) {
            return !mine.taken;
        }
    }

    private boolean gaveUp(Waiting mine) {
        boolean waited;
        synchronized (queue) {
            waited = !mine.taken && queue.remove(mine);
        }
        if (waited) {
            wakeNext(); // it may have been woken to lead
        }
        return waited;
    }

    /** To be called with a lane, which is given back. What goes wrong is told to the group, which the leader need not be in. */
    private void lead() {
        List<Waiting> group = List.of();
        try {
            Supplier<List<Supplier<A>>> rest;
            try {
                group = take();
                if (group.isEmpty()) {
                    return;
                }
                rest = work.begin(
                        group.stream().map(waiting -> waiting.question).toList());
            } finally {
                lanes.release();
                wakeNext();
            }
            List<Supplier<A>> answers = rest.get();
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer(answers.get(i));
            }
        } catch (RuntimeException failure) {
            fail(group, () -> {
                throw failure;
            });
        } catch (Error failure) { // those who wait must be told, whatever it is
            fail(group, () -> {
                throw failure;
            });
        }
    }

    private void fail(List<Waiting> group, Supplier<A> thrown) {
        for (Waiting waiting : group) {
            if (waiting.answer == null) {
                waiting.answer(thrown);
            }
        }
    }

    /** Those who came first. */
    private List<Waiting> take() {
        List<Waiting> group = new ArrayList<>();
        Set<Object> subjects = new HashSet<>();
        synchronized (queue) {
            for (Waiting next = queue.peek();
                    next != null && group.size() < most && subjects.add(subject.apply(next.question));
                    next = queue.peek()) {
                queue.remove();
                next.taken = true;
                group.add(next);
            }
        }
        return group;
    }

    /** Whoever came first of those that still wait leads next; who leads by now looks for itself when it is done. */
    private void wakeNext() {
        Thread leader = Thread.currentThread();
        synchronized (queue) {
            for (Waiting waiting : queue) {
                if (waiting.caller != leader) {
                    LockSupport.unpark(waiting.caller);
                    return;
                }
            }
        }
    }
}
