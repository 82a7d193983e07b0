package io.barograph.service.models;

import io.barograph.engine.audit.export.ModelDocument;
import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.Row;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The model that decides. It is read and compiled once, before the service answers anything. */
@Component
public final class ActiveModel implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveModel.class);

    private final ModelFiles files;
    private final Model model;
    private final Decider decider;

    ActiveModel(ModelProperties properties) {
        this.files = read(properties);
        Compilation compilation = ModelCompiler.compile(files, properties.version());
        if (!(compilation instanceof Compilation.Accepted accepted)) {
            throw new ModelRejectedException(properties.directory(), compilation.issues());
        }
        this.model = accepted.model();
        this.decider = accepted.decider();
        LOG.info("model {} {} is active", model.name(), decider.model().digest());
    }

    private static ModelFiles read(ModelProperties properties) {
        try {
            return ModelFolder.read(properties.directory(), properties.home());
        } catch (IOException e) {
            throw new ModelUnreadableException(properties.directory(), e);
        }
    }

    /** What it was loaded from. */
    ModelDocument document() {
        return new ModelDocument(model.digest(), files);
    }

    /** What the workbooks and the contract say. */
    public Model model() {
        return model;
    }

    public Decider decider() {
        return decider;
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

    @Override
    public void destroy() {
        decider.close();
    }
}
