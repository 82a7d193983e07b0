package io.barograph.benchmarks.files;

import io.barograph.benchmarks.engine.ShippedModel;
import io.barograph.benchmarks.handwritten.HandJson;
import io.barograph.benchmarks.handwritten.ShippedScorer;
import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The program somebody would write who has one CSV to score and no rule engine: reads a line, splits it at its commas, decides it by the
 * {@link ShippedScorer} and writes the decision in full, one after the other. It knows no quotes, no faults and no second processor.
 */
public final class HandFile {

    private HandFile() {}

    /** Arguments: the CSV, the NDJSON to write, and the version decisions are to name. */
    public static void main(String[] arguments) throws IOException {
        Compilation compilation = ModelCompiler.compile(ShippedModel.files(), arguments[2]);
        if (!(compilation instanceof Compilation.Accepted model)) {
            throw new IOException("the shipped model is not sound");
        }
        ShippedScorer scorer = ShippedScorer.of(model.model());
        HandJson json = new HandJson(scorer, model.decider().model());
        model.decider().close();
        try (BufferedReader in = Files.newBufferedReader(Path.of(arguments[0]));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])), 1 << 16)) {
            @Nullable Field[] columns = columns(in.readLine(), model.model().contract());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                json.write(scorer.decide(account(line.split(",", -1), columns), PriorState.NONE), out);
                out.write('\n');
            }
        }
    }

    /** Null for the account id and the as-of date, which come first. */
    private static @Nullable Field[] columns(@Nullable String header, Contract contract) throws IOException {
        if (header == null) {
            throw new IOException("there is no header");
        }
        String[] names = header.split(",", -1);
        @Nullable Field[] columns = new @Nullable Field[names.length];
        for (int i = 2; i < names.length; i++) {
            columns[i] = contract.named(names[i]);
        }
        return columns;
    }

    private static AccountSnapshot account(String[] cells, @Nullable Field[] columns) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        Map<String, Observation> indicators = new LinkedHashMap<>();
        for (int i = 2; i < cells.length; i++) {
            Field field = columns[i];
            if (field != null && !cells[i].isEmpty()) {
                if (field.isIndicator()) {
                    indicators.put(field.name(), Observation.of(value(field, cells[i])));
                } else {
                    attributes.put(field.name(), value(field, cells[i]));
                }
            }
        }
        return new AccountSnapshot(cells[0], LocalDate.parse(cells[1]), attributes, indicators, List.of());
    }

    private static Object value(Field field, String cell) {
        return switch (field.type()) {
            case NUMBER, INTEGER -> new BigDecimal(cell);
            case BOOLEAN -> cell.equals("yes");
            case DATE -> LocalDate.parse(cell);
            case STRING -> cell;
        };
    }
}
