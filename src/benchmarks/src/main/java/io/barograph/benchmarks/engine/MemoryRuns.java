package io.barograph.benchmarks.engine;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.model.ModelFiles;
import io.barograph.testkit.large.LargeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Memory that a loaded model keeps, and whether loading it again and again leaves any behind. */
public final class MemoryRuns {

    private static final int MODELS = 8;
    private static final int RELOADS = 100;

    /** Reloads until caches are full and compilers have settled. */
    private static final int SETTLED = 20;

    /** What eighty reloads may leave behind, of each: far less than a model a reload, or a class loader a reload, would. */
    private static final long MARGIN = 4 << 20;

    private MemoryRuns() {}

    /** Retained heap of a model, with the sessions of one decision. */
    public static void memory(List<String> arguments) throws Exception {
        System.out.println("| model | KiB of heap a loaded model keeps | after a decision |");
        System.out.println("| --- | ---: | ---: |");
        row("shipped customer-health", ShippedModel.files(), true);
        for (int rows : new int[] {500, 5_000, 20_000}) {
            row(
                    String.format(Locale.ROOT, "drawn, %,d rows", rows),
                    LargeModel.draw(CompileBenchmark.SEED, rows, 1),
                    false);
        }
    }

    private static void row(String name, ModelFiles files, boolean decides) {
        compiled(files).decider().close();
        long before = Heap.used();
        List<Compilation.Accepted> kept = new ArrayList<>();
        for (int i = 0; i < MODELS; i++) {
            kept.add(compiled(files));
        }
        long loaded = Heap.used();
        long decided = loaded;
        if (decides) {
            List<Inquiry> accounts = ShippedModel.accounts(kept.get(0).decider(), "enterprise", 1);
            kept.forEach(model -> model.decider().decide(accounts));
            decided = Heap.used();
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %s |%n",
                name,
                (loaded - before) / MODELS / 1024,
                decides ? String.format(Locale.ROOT, "%,d", (decided - before) / MODELS / 1024) : "");
        kept.forEach(model -> model.decider().close());
    }

    private static Compilation.Accepted compiled(ModelFiles files) {
        Compilation compilation = ModelCompiler.compile(files, "benchmark");
        if (compilation instanceof Compilation.Accepted accepted) {
            return accepted;
        }
        throw new IllegalStateException(compilation.issues().toString());
    }

    /** A hundred reloads of the shipped model, each deciding a batch before the next takes over; ends with pass or fail. */
    public static void reload(List<String> arguments) throws Exception {
        ModelFiles files = ShippedModel.files();
        Decider first = ShippedModel.decider(files);
        List<Inquiry> accounts = ShippedModel.accounts(first, "enterprise", 16);
        first.close();
        long heap = 0;
        long metaspace = 0;
        int classes = 0;
        System.out.println("| reloads | KiB of heap | KiB of metaspace | classes |");
        System.out.println("| ---: | ---: | ---: | ---: |");
        for (int i = 1; i <= RELOADS; i++) {
            try (Decider decider = ShippedModel.decider(files)) {
                decider.decide(accounts);
            }
            if (i == SETTLED) {
                heap = Heap.used();
                metaspace = Heap.metaspace();
                classes = Heap.classes();
            }
            if (i % SETTLED == 0) {
                System.out.printf(
                        Locale.ROOT,
                        "| %d | %,d | %,d | %,d |%n",
                        i,
                        Heap.used() / 1024,
                        Heap.metaspace() / 1024,
                        Heap.classes());
            }
        }
        long moreHeap = Heap.used() - heap;
        long moreMetaspace = Heap.metaspace() - metaspace;
        boolean flat = moreHeap < MARGIN && moreMetaspace < MARGIN;
        System.out.println();
        System.out.println((flat ? "Flat: " : "GROWS: ") + "from reload " + SETTLED + " to " + RELOADS + " heap by "
                + moreHeap / 1024 + " KiB, metaspace by " + moreMetaspace / 1024 + " KiB, classes by "
                + (Heap.classes() - classes) + "; less than " + MARGIN / 1024 + " KiB of each is taken for flat.");
        if (!flat) {
            System.exit(1);
        }
    }
}
