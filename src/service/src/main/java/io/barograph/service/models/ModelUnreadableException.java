package io.barograph.service.models;

import java.io.IOException;
import java.nio.file.Path;

/** The model that should decide is not there, or its files cannot be read. */
final class ModelUnreadableException extends RuntimeException {

    ModelUnreadableException(Path directory, IOException cause) {
        super("the model in `" + directory + "` cannot be read: " + cause.getMessage(), cause);
    }
}
