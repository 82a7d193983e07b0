package io.barograph.cli;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.exchange.DecisionJson;
import io.barograph.engine.exchange.Explain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Decisions as one JSON array, or each on a line of its own; either way one a line, in UTF-8. */
final class JsonOutput implements DecisionOutput {

    private final OutputStream out;
    private final Explain explain;
    private final boolean array;
    private boolean empty = true;

    JsonOutput(OutputStream out, Explain explain, boolean array) {
        this.out = out;
        this.explain = explain;
        this.array = array;
    }

    @Override
    public Part prepare(List<Decision> decisions) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Decision decision : decisions) {
            if (lines.size() > 0) {
                between(lines);
            }
            DecisionJson.write(decision, null, explain, lines);
        }
        return () -> {
            if (!empty) {
                between(out);
            } else if (array) {
                out.write('[');
                out.write('\n');
            }
            empty = false;
            lines.writeTo(out);
        };
    }

    private void between(OutputStream lines) throws IOException {
        if (array) {
            lines.write(',');
        }
        lines.write('\n');
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
