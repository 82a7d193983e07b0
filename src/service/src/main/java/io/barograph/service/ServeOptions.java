package io.barograph.service;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the service is started from the command line. What is null is left to the configuration ({@code application.yaml},
 * environment).
 *
 * @param home the project's folder: where models, contracts, rules and samples are found
 * @param port TCP port; 0 takes any free one
 * @param demo whether to decide the sample accounts at start, into a database of their own: in memory, or a file when there is a
 *     data folder
 * @param model folder of the model
 * @param data folder of the database files
 */
public record ServeOptions(
        Path home,
        @Nullable Integer port,
        boolean demo,
        @Nullable Path model,
        @Nullable Path data) {

    public ServeOptions {
        if (port != null && (port < 0 || port > 65_535)) {
            throw new IllegalArgumentException("port must be between 0 and 65535, but is " + port);
        }
    }
}
