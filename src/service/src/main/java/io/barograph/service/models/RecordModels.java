package io.barograph.service.models;

import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.audit.compact.RecordModelSource;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.Parsing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the records of any model that ever was active are read by, by digest. The models are read for it, not compiled, so no rule file
 * of theirs runs. Besides the active one some are kept at hand, those used last.
 */
@Component
public class RecordModels implements RecordModelSource {

    private static final int MOST = 32;

    private final ActiveModel active;
    private final KeptModels kept;
    private final Map<String, RecordModel> read = new LinkedHashMap<>(16, 0.75f, true);

    RecordModels(ActiveModel active, KeptModels kept) {
        this.active = active;
        this.kept = kept;
    }

    /** @throws RecordModelMissingException when no such model is kept, or its files were changed */
    @Override
    public RecordModel of(String digest) {
        Generation now = active.now();
        if (digest.equals(now.version().digest())) {
            return now.records();
        }
        synchronized (read) {
            return Optional.ofNullable(read.get(digest)).orElseGet(() -> load(digest));
        }
    }

    private RecordModel load(String digest) {
        RecordModel model = kept.find(digest)
                .map(found -> ModelParser.parse(found.document().files()))
                .filter(parsed -> digest.equals(parsed.digest()))
                .filter(Parsing.Accepted.class::isInstance)
                .map(parsed -> RecordModel.of(((Parsing.Accepted) parsed).model()))
                .orElseThrow(() -> new RecordModelMissingException(digest));
        read.put(digest, model);
        List<String> eldest = new ArrayList<>(read.keySet()).subList(0, Math.max(0, read.size() - MOST));
        eldest.forEach(read::remove);
        return model;
    }
}
