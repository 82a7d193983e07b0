package io.barograph.cli;

import picocli.CommandLine.Option;

/** Whether a command answers people or programs. */
final class FormatOption {

    private enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: text); json is one line a result.")
    private Format format = Format.TEXT;

    boolean isJson() {
        return format == Format.JSON;
    }
}
