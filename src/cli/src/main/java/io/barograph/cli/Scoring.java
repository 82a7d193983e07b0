package io.barograph.cli;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.AccountBlocks;
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
import org.jspecify.annotations.Nullable;

/**
 * Works through a file of accounts on all processors, block by block, and writes what comes of them in the order of the accounts. Reading a
 * block, deciding it and putting its results into bytes is one piece of work, so that only telling lines apart and the writing itself are left
 * to a single thread. Only so many blocks are under way that every processor has work, so memory does not grow with the file.
 */
final class Scoring implements Closeable {

    /** Accounts of a block. */
    static final int BLOCK = 256;

    private final Work work;
    private final Map<String, List<HistoryEntry>> histories;
    private final Progress progress;
    private final Deque<Future<Done>> underWay = new ArrayDeque<>();
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final ExecutorService workers = Executors.newFixedThreadPool(processors);
    private long accounts;

    /** What is made of a batch of accounts. Any thread may call it, several at once. */
    interface Work {
        DecisionOutput.Part of(List<Inquiry> batch) throws IOException;
    }

    /**
     * What came of a block.
     *
     * @param part null when no line could be used
     */
    private record Done(List<SnapshotLine.Bad> bad, int accounts, DecisionOutput.@Nullable Part part) {}

    /** @param histories earlier readings by account id */
    Scoring(Work work, Map<String, List<HistoryEntry>> histories, Progress progress) {
        this.work = work;
        this.histories = histories;
        this.progress = progress;
    }

    /** @param badLines told of each line that cannot be used, in file order */
    void run(AccountBlocks file, Consumer<SnapshotLine.Bad> badLines) throws IOException {
        IOException failure = null;
        try {
            for (AccountBlocks.Block block = file.next(); block != null; block = file.next()) {
                if (underWay.size() > processors) {
                    finishOldest(badLines);
                }
                AccountBlocks.Block next = block;
                underWay.add(workers.submit(() -> done(next)));
            }
        } catch (IOException e) {
            failure = e;
        }
        while (!underWay.isEmpty()) {
            finishOldest(badLines);
        }
        progress.clear();
        if (failure != null) {
            throw failure;
        }
    }

    private Done done(AccountBlocks.Block block) throws IOException {
        List<SnapshotLine.Bad> bad = new ArrayList<>();
        List<Inquiry> batch = new ArrayList<>(BLOCK);
        for (SnapshotLine line : block.read()) {
            if (line instanceof SnapshotLine.Good good) {
                batch.add(inquiry(good.snapshot()));
            } else if (line instanceof SnapshotLine.Bad unusable) {
                bad.add(unusable);
            }
        }
        return new Done(bad, batch.size(), batch.isEmpty() ? null : work.of(batch));
    }

    private Inquiry inquiry(AccountSnapshot snapshot) {
        List<HistoryEntry> history = histories.get(snapshot.accountId());
        return new Inquiry(history == null ? snapshot : snapshot.withHistory(history), PriorState.NONE);
    }

    private void finishOldest(Consumer<SnapshotLine.Bad> badLines) throws IOException {
        try {
            Done done = underWay.remove().get();
            if (!done.bad().isEmpty()) {
                progress.clear();
                done.bad().forEach(badLines);
            }
            if (done.part() != null) {
                done.part().write();
            }
            accounts += done.accounts();
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
