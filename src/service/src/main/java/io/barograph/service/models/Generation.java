package io.barograph.service.models;

import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.audit.export.ModelDocument;
import io.barograph.engine.audit.seal.Sealer;
import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.Row;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A model as it was loaded once, with everything that follows from it, so that whatever is decided with one generation is
 * of one model. What it says may be read at any time; it decides for those who hold it, and is closed when it was replaced
 * and the last of them is done.
 */
public final class Generation {

    private final ModelFiles files;
    private final Model model;
    private final Decider decider;
    private final RecordModel records;

    /** One for being active, and one for each who holds it; at 0 it is closed for good. */
    private final AtomicInteger holders = new AtomicInteger(1);

    /** @param files that were compiled */
    public Generation(ModelFiles files, Compilation.Accepted compiled) {
        this.files = files;
        this.model = compiled.model();
        this.decider = compiled.decider();
        this.records = RecordModel.of(model, decider.renderer());
    }

    /** Somebody's hold on a generation; it stays loaded until that is closed. */
    public static final class Lease implements AutoCloseable {

        private final Generation generation;
        private boolean closed;

        private Lease(Generation generation) {
            this.generation = generation;
        }

        public Generation generation() {
            return generation;
        }

        /**
         * Another hold on the same generation.
         *
         * @throws IllegalStateException when the lease was closed
         */
        public Lease again() {
            Lease another = closed ? null : generation.hold();
            if (another == null) {
                throw new IllegalStateException("a model that was given back cannot be held again");
            }
            return another;
        }

        /** @throws IllegalStateException when the lease was closed */
        public Decider decider() {
            if (closed) {
                throw new IllegalStateException("a model decides only while it is held");
            }
            return generation.decider;
        }

        /** Not for several threads. Closing it again changes nothing. */
        @Override
        public void close() {
            if (!closed) {
                closed = true;
                generation.release();
            }
        }
    }

    /** What it was loaded from. */
    public ModelFiles files() {
        return files;
    }

    /** The same, as a document. */
    ModelDocument document() {
        return new ModelDocument(model.digest(), files);
    }

    /** What the workbooks and the contract say. */
    public Model model() {
        return model;
    }

    public ModelVersion version() {
        return decider.model();
    }

    public String name() {
        return model.name();
    }

    public Contract contract() {
        return model.contract();
    }

    /** What is sensitive in it. */
    public Sealer sealer() {
        return records.sealer();
    }

    /** What its records are written and read by. */
    public RecordModel records() {
        return records;
    }

    /** In the order of the Segments table. */
    public List<String> segments() {
        return model.segments().stream().map(Row.SegmentRow::segment).distinct().toList();
    }

    /** Of the overall score, in the order of the Thresholds tables, each once over all segments. */
    public List<String> bands() {
        return model.segmentModels().stream()
                .flatMap(segment -> segment.thresholds().stream())
                .filter(row -> row.score().equals(Decision.OVERALL))
                .map(Row.ThresholdRow::band)
                .distinct()
                .toList();
    }

    /** Whether it was replaced and nobody decides with it any more. */
    boolean isClosed() {
        return holders.get() == 0;
    }

    /** @return null when it is closed */
    @Nullable Lease hold() {
        for (int now = holders.get(); now > 0; now = holders.get()) {
            if (holders.compareAndSet(now, now + 1)) {
                return new Lease(this);
            }
        }
        return null;
    }

    /** Gives back what its maker holds; who let it decide leaves that to {@link ActiveModel}. */
    public void release() {
        if (holders.decrementAndGet() == 0) {
            decider.close();
        }
    }
}
