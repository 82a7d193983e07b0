package io.barograph.benchmarks.engine;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.testkit.accounts.SeededAccounts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The model that is shipped, and invented accounts for it. */
public final class ShippedModel {

    /** The day every benchmark decides for. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);

    private static final long SEED = 20_260_301;

    /** Of these, one in fourteen or so is a marketplace. */
    private static final int INVENTED = 12_800;

    private static final int CHUNK = 128;

    private ShippedModel() {}

    /** The project's root: system property {@code barograph.root}, else the working directory. */
    public static Path root() {
        return Path.of(System.getProperty("barograph.root", "")).toAbsolutePath();
    }

    /** @throws IOException when the project's files cannot be read */
    public static ModelFiles files() throws IOException {
        return ModelFolder.read(root().resolve("decision-tables/customer-health"), root());
    }

    /** Compiled, its own tests passed. */
    public static Decider decider() throws IOException {
        return decider(files());
    }

    /** @throws IllegalArgumentException with the first error when the model is not sound */
    public static Decider decider(ModelFiles files) {
        return compiled(files).decider();
    }

    /** @throws IllegalArgumentException with the first error when the model is not sound */
    static Compilation.Accepted compiled(ModelFiles files) {
        Compilation compilation = ModelCompiler.compile(files, "benchmark");
        if (compilation instanceof Compilation.Accepted accepted) {
            return accepted;
        }
        throw new IllegalArgumentException(compilation.issues().stream()
                .filter(Issue::isError)
                .findFirst()
                .map(issue -> issue.cell() + ": " + issue.message())
                .orElse("the model is refused without an error"));
    }

    /** The first invented accounts that the model puts into a segment. */
    public static List<Inquiry> accounts(Decider decider, String segment, int count) {
        List<AccountSnapshot> invented = SeededAccounts.of(SEED, INVENTED, AS_OF);
        List<Inquiry> chosen = new ArrayList<>();
        for (int from = 0; from < INVENTED && chosen.size() < count; from += CHUNK) {
            List<Inquiry> chunk = invented.subList(from, from + CHUNK).stream()
                    .map(snapshot -> new Inquiry(snapshot, PriorState.NONE))
                    .toList();
            List<Decision> decisions = decider.decide(chunk);
            for (int i = 0; i < CHUNK && chosen.size() < count; i++) {
                if (segment.equals(decisions.get(i).segment())) {
                    chosen.add(chunk.get(i));
                }
            }
        }
        if (chosen.size() < count) {
            throw new IllegalArgumentException(
                    "only " + chosen.size() + " of " + INVENTED + " invented accounts are `" + segment + "`");
        }
        return chosen;
    }
}
