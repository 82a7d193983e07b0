package io.barograph.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.barograph.service.problems.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    private static List<Supplier<Integer>> doubled(List<Integer> questions) {
        return questions.stream().<Supplier<Integer>>map(one -> () -> 2 * one).toList();
    }

    private Supplier<List<Supplier<Integer>>> begin(List<Integer> questions) {
        groups.add(List.copyOf(questions));
        return () -> doubled(questions);
    }

    /** Waits until so many threads sleep in it. */
    private static void untilWaiting(List<Thread> asking) {
        while (asking.stream()
                .anyMatch(thread ->
                        thread.getState() != Thread.State.TIMED_WAITING && thread.getState() != Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoComesAloneIsServedAlone() {
        Together<Integer, Integer> together = new Together<>(this::begin, question -> question, 1, 8, LONG);
        assertThat(together.ask(3)).isEqualTo(6);
        assertThat(together.ask(4)).isEqualTo(8);
        assertThat(groups).containsExactly(List.of(3), List.of(4));
    }

    @Test
    void everybodyIsAnsweredWhoeverLeads() throws Exception {
        Together<Integer, Integer> together = new Together<>(this::begin, question -> question % 50, 2, 8, LONG);
        List<Callable<Integer>> asking = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            int question = i;
            asking.add(() -> together.ask(question));
        }
        ExecutorService sixteen = Executors.newFixedThreadPool(16);
        try {
            List<Future<Integer>> answers = sixteen.invokeAll(asking);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(2 * i);
            }
        } finally {
            sixteen.shutdownNow();
        }
        assertThat(groups)
                .allSatisfy(group -> assertThat(group)
                        .hasSizeBetween(1, 8)
                        .satisfies(members -> assertThat(new HashSet<>(members.stream()
                                        .map(member -> member % 50)
                                        .toList()))
                                .hasSameSizeAs(members)));
        assertThat(groups.stream().mapToInt(List::size).sum()).isEqualTo(20_000);
    }

    /** Three about one subject wait behind another: each gets a group of its own, in the order in which they came. */
    @Test
    void noGroupHasTwoQuestionsAboutOneSubject() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        Together<Integer, Integer> together = new Together<>(
                questions -> {
                    if (questions.contains(0)) {
                        await(first);
                    }
                    return begin(questions);
                },
                question -> question % 10,
                1,
                8,
                LONG);
        List<Thread> asking = new ArrayList<>();
        for (int question : new int[] {0, 1, 11, 2, 21}) {
            Thread thread = new Thread(() -> together.ask(question));
            thread.start();
            asking.add(thread);
            untilWaiting(asking);
        }
        first.countDown();
        for (Thread thread : asking) {
            thread.join();
        }
        assertThat(groups).containsExactly(List.of(0), List.of(1), List.of(11, 2), List.of(21));
    }

    @Test
    void aLaneIsFreeForTheNextGroupBeforeTheFirstIsDone() throws Exception {
        CountDownLatch ending = new CountDownLatch(1);
        Together<Integer, Integer> together = new Together<>(
                questions -> {
                    groups.add(List.copyOf(questions));
                    return () -> {
                        if (questions.contains(1)) {
                            await(ending);
                        }
                        return doubled(questions);
                    };
                },
                question -> question,
                1,
                8,
                LONG);
        Future<Integer> slow = threads.submit(() -> together.ask(1));
        while (groups.isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(threads.submit(() -> together.ask(2)).get()).isEqualTo(4);
        assertThat(slow.isDone()).isFalse();
        ending.countDown();
        assertThat(slow.get()).isEqualTo(2);
    }

    @Test
    void whatFailsOneIsThrownToThatOneAlone() {
        Together<Integer, Integer> together = new Together<>(
                questions -> () -> List.of(() -> {
                    throw new IllegalArgumentException("only this");
                }),
                question -> question,
                1,
                8,
                LONG);
        assertThatThrownBy(() -> together.ask(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGroupThatFailsGivesItsLaneBackAndTellsAll() {
        Together<Integer, Integer> together = new Together<>(
                questions -> {
                    if (questions.contains(1)) {
                        throw new IllegalStateException("begun badly");
                    }
                    return () -> {
                        if (questions.contains(2)) {
                            throw new OutOfMemoryError("ended badly");
                        }
                        return doubled(questions);
                    };
                },
                question -> question,
                1,
                8,
                LONG);
        assertThatThrownBy(() -> together.ask(1)).hasMessage("begun badly");
        assertThatThrownBy(() -> together.ask(2)).isInstanceOf(OutOfMemoryError.class);
        assertThat(together.ask(3)).isEqualTo(6);
    }

    /** One lane, whose groups wait for the gate. */
    private Together<Integer, Integer> behind(Semaphore gate, Duration patience) {
        return new Together<>(
                questions -> {
                    gate.acquireUninterruptibly();
                    return begin(questions);
                },
                question -> question,
                1,
                8,
                patience);
    }

    private Future<Integer> leading(Together<Integer, Integer> together, Semaphore gate, int question) {
        Future<Integer> led = threads.submit(() -> together.ask(question));
        while (!gate.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
        return led;
    }

    @Test
    void whoFindsNoLaneInTimeIsRefused() throws Exception {
        Semaphore gate = new Semaphore(0);
        Together<Integer, Integer> together = behind(gate, Duration.ofMillis(50));
        Future<Integer> led = leading(together, gate, 1);
        assertThatThrownBy(() -> together.ask(2)).isInstanceOf(Problem.class);
        gate.release(2);
        assertThat(led.get()).isEqualTo(2);
        assertThat(together.ask(3)).isEqualTo(6);
        assertThat(groups).containsExactly(List.of(1), List.of(3));
    }

    /** A thread that is told to stop while others work for it learns what became of it first. */
    @Test
    void whoIsInterruptedWaitingIsRefusedAndStaysInterrupted() throws Exception {
        Semaphore gate = new Semaphore(0);
        Together<Integer, Integer> together = behind(gate, LONG);
        Future<Integer> led = leading(together, gate, 1);
        List<Object> told = Collections.synchronizedList(new ArrayList<>());
        Thread waiting = new Thread(() -> {
            try {
                told.add(together.ask(2));
            } catch (Problem refused) {
                told.add(Thread.currentThread().isInterrupted());
            }
        });
        waiting.start();
        untilWaiting(List.of(waiting));
        waiting.interrupt();
        waiting.join();
        assertThat(told).containsExactly(true);
        gate.release(1);
        assertThat(led.get()).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
