package io.barograph.service.models;

import io.barograph.engine.issue.Issue;
import java.nio.file.Path;
import java.util.List;

/** The model that should decide has errors; the service does not start with it. */
final class ModelRejectedException extends RuntimeException {

    private final transient Path directory;
    private final transient List<Issue> issues;

    ModelRejectedException(Path directory, List<Issue> issues) {
        super("the model in `" + directory + "` has errors");
        this.directory = directory;
        this.issues = List.copyOf(issues);
    }

    Path directory() {
        return directory;
    }

    List<Issue> issues() {
        return issues;
    }
}
