package io.barograph.cli;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.exchange.DecisionWriter;
import io.barograph.engine.exchange.Explain;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Decisions as one JSON array, or each on a line of its own; either way one a line, in UTF-8. */
final class JsonOutput implements DecisionOutput {

    private final OutputStream out;
    private final Explain explain;
    private final boolean array;

    /** Writers whose decisions are out, to be filled again. */
    private final Queue<DecisionWriter> idle = new ConcurrentLinkedQueue<>();

    private boolean empty = true;

    JsonOutput(OutputStream out, Explain explain, boolean array) {
        this.out = out;
        this.explain = explain;
        this.array = array;
    }

    @Override
    public Part prepare(List<Decision> decisions) throws IOException {
        DecisionWriter known = idle.poll();
        DecisionWriter lines = known == null ? new DecisionWriter(explain) : known;
        for (Decision decision : decisions) {
            if (lines.size() > 0) {
                if (array) {
                    lines.write(',');
                }
                lines.write('\n');
            }
            lines.write(decision, null);
        }
        return () -> {
            if (!empty) {
                between();
            } else if (array) {
                out.write('[');
                out.write('\n');
            }
            empty = false;
            lines.writeTo(out);
            lines.clear();
            idle.add(lines);
        };
    }

    private void between() throws IOException {
        if (array) {
            out.write(',');
        }
        out.write('\n');
    }

    @Override
    public void finish() throws IOException {
        if (array) {
            out.write(empty ? '[' : '\n');
            out.write(']');
        }
        if (array || !empty) {
            out.write('\n');
        }
        out.flush();
    }
}
