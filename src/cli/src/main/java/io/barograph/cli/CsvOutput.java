package io.barograph.cli;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.exchange.DecisionCsv;
import io.barograph.engine.model.Model;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Decisions as CSV, with columns for every score any segment of the model has. */
final class CsvOutput implements DecisionOutput {

    private final DecisionCsv csv;

    CsvOutput(OutputStream out, Model model) throws IOException {
        Set<String> scores = new LinkedHashSet<>();
        scores.add(Decision.OVERALL);
        model.segmentModels().forEach(segment -> segment.overall().forEach(row -> scores.add(row.dimension())));
        this.csv = new DecisionCsv(List.copyOf(scores), out);
    }

    @Override
    public Part prepare(List<Decision> decisions) {
        return () -> {
            for (Decision decision : decisions) {
                csv.write(decision);
            }
        };
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
    }
}
