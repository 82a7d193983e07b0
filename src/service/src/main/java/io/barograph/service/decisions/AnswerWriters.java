package io.barograph.service.decisions;

import io.barograph.engine.exchange.DecisionWriter;
import io.barograph.engine.exchange.Explain;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Writers whose buffers are used again, as many as answers are written at the same time. For any number of threads. */
final class AnswerWriters {

    /** A buffer that had to hold more is let go. */
    private static final int MOST_KEPT = 512 * 1024;

    /** Writes an answer. */
    interface Writing {
        /** @throws IOException as the writer does */
        void to(DecisionWriter writer) throws IOException;
    }

    private final Map<Explain, Queue<DecisionWriter>> idle = new EnumMap<>(Explain.class);

    AnswerWriters() {
        for (Explain explain : Explain.values()) {
            idle.put(explain, new ConcurrentLinkedQueue<>());
        }
    }

    /** The bytes of an answer. */
    byte[] bytes(Explain explain, Writing answer) throws IOException {
        Queue<DecisionWriter> writers = Objects.requireNonNull(idle.get(explain));
        DecisionWriter known = writers.poll();
        DecisionWriter writer = known == null ? new DecisionWriter(explain) : known;
        try {
            answer.to(writer);
            return writer.bytes();
        } finally {
            if (writer.size() <= MOST_KEPT) {
                writer.clear();
                writers.add(writer);
            }
        }
    }
}
