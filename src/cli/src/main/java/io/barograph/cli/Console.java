package io.barograph.cli;

import io.barograph.engine.exchange.Look;
import io.barograph.engine.text.Printable;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Where a command reads and writes, and what it may know of the world around it.
 *
 * @param out raw, so that a closed pipe is noticed
 * @param err messages for people, in {@code charset}
 * @param charset of texts for people; data is always UTF-8
 * @param outIsTerminal whether someone watches {@code out}
 * @param errIsTerminal whether progress can be shown
 * @param colours whether texts on {@code out} may carry colours
 * @param today the day decisions are as of by default
 * @param directory relative paths start here
 * @param home the project: shipped models, contracts and guardrails
 * @param debug whether a fault shows where it happened
 */
record Console(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Charset charset,
        boolean outIsTerminal,
        boolean errIsTerminal,
        boolean colours,
        LocalDate today,
        Path directory,
        Path home,
        boolean debug) {

    private static final String DRAWN = "█▏░▒─→›↓↑…·−×";

    /** The process's own streams. */
    static Console ofProcess() {
        Charset charset = charset(System.getProperty("stdout.encoding", System.getProperty("native.encoding")));
        boolean outIsTerminal = Boolean.getBoolean("barograph.terminal.out");
        boolean noColour = !System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        Path directory = Path.of("").toAbsolutePath();
        return new Console(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                charset,
                outIsTerminal,
                Boolean.getBoolean("barograph.terminal.err"),
                outIsTerminal && !noColour && !dumb,
                LocalDate.now(ZoneId.systemDefault()),
                directory,
                Home.find(directory),
                "1".equals(System.getenv("BAROGRAPH_DEBUG")));
    }

    private static Charset charset(String name) {
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    /** A path as the user wrote it, from where the user stands. */
    Path resolve(Path path) {
        return directory.resolve(path).normalize();
    }

    /** A file as the user would name it: from where the user stands when it is below. */
    String shown(Path file) {
        Path named = file.startsWith(directory) ? directory.relativize(file) : file;
        return Printable.line(named.toString());
    }

    /** A text for people on {@code out}, in what its charset can show. */
    void print(String text) throws IOException {
        out.write(look().written(text).getBytes(charset));
        out.flush();
    }

    /** What texts on {@code out} may use. */
    Look look() {
        return new Look(charset.newEncoder().canEncode(DRAWN), colours);
    }

    /** A line for people on {@code err}, in the name of the program. */
    void complain(String message) {
        err.println("barograph: " + look().written(message));
    }
}
