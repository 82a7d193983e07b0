package io.barograph.service.export;

import io.barograph.engine.audit.export.ExportLine;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class ExportedKeys {
    void requireRight() {
        throw new Problem(ProblemType.NOT_FOUND, "no");
    }

    Optional<ExportLine.AccountKey> find(String keyId) {
        return Optional.empty();
    }
}
