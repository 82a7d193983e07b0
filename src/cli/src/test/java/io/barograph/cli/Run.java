package io.barograph.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;

/** What a command said when it was run in this process, from the project's root. */
record Run(int code, String out, String err) {

    static final Path ROOT =
            Path.of(System.getProperty("barograph.root", ".")).toAbsolutePath().normalize();

    static Run of(String... arguments) {
        return of("", StandardCharsets.UTF_8, arguments);
    }

    static Run of(String input, Charset charset, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, charset),
                charset,
                false,
                false,
                false,
                LocalDate.of(2026, 3, 1),
                ROOT,
                ROOT,
                false);
        int code = Barograph.commandLine(console).execute(arguments);
        return new Run(code, out.toString(charset), err.toString(charset));
    }
}
