package io.barograph.cli;

import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.AccountFile;
import io.barograph.engine.exchange.SnapshotLine;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Works through a stream of accounts on all processors and writes what comes of them in the order of the accounts. Only so
 * many batches are under way that every processor has work, so memory does not grow with the file.
 */
final class Scoring implements Closeable {

    private static final int BATCH = 256;

    private final Work work;
    private final Map<String, List<HistoryEntry>> histories;
    private final Progress progress;
    private final Deque<Future<DecisionOutput.Part>> underWay = new ArrayDeque<>();
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final ExecutorService workers = Executors.newFixedThreadPool(processors);
    private long accounts;

    /** What is made of a batch of accounts. Any thread may call it, several at once. */
    interface Work {
        DecisionOutput.Part of(List<Inquiry> batch) throws IOException;
    }

    /** @param histories earlier readings by account id */
    Scoring(Work work, Map<String, List<HistoryEntry>> histories, Progress progress) {
        this.work = work;
        this.histories = histories;
        this.progress = progress;
    }

    /** @param badLines told of each line that cannot be used, in file order */
    void run(AccountFile file, Consumer<SnapshotLine.Bad> badLines) throws IOException {
        List<Inquiry> batch = new ArrayList<>(BATCH);
        while (file.hasNext()) {
            SnapshotLine line = file.next();
            if (line instanceof SnapshotLine.Bad bad) {
                progress.clear();
                badLines.accept(bad);
            } else if (line instanceof SnapshotLine.Good good) {
                batch.add(inquiry(good));
            }
            if (batch.size() == BATCH) {
                submit(batch);
                batch = new ArrayList<>(BATCH);
            }
        }
        if (!batch.isEmpty()) {
            submit(batch);
        }
        while (!underWay.isEmpty()) {
            writeOldest();
        }
        progress.clear();
    }

    private Inquiry inquiry(SnapshotLine.Good line) {
        List<HistoryEntry> history = histories.getOrDefault(line.snapshot().accountId(), List.of());
        return new Inquiry(line.snapshot().withHistory(history), PriorState.NONE);
    }

    private void submit(List<Inquiry> batch) throws IOException {
        if (underWay.size() > processors) {
            writeOldest();
        }
        underWay.add(workers.submit(() -> work.of(batch)));
        accounts += batch.size();
    }

    private void writeOldest() throws IOException {
        try {
            underWay.remove().get().write();
            progress.at(accounts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Gives up what is still under way. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
