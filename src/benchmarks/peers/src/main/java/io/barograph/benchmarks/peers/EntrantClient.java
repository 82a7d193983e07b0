package io.barograph.benchmarks.peers;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One entrant's process, from outside. */
final class EntrantClient implements AutoCloseable {

    /**
     * What a round measured.
     *
     * @param bytes allocated, -1 when not known
     */
    record Round(long accounts, long wall, long processor, long bytes) {}

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final Writer commands;
    private final long readyNanos;

    /** Starts the process and waits until its tool is ready. */
    EntrantClient(String name, List<String> command) throws IOException {
        this.name = name;
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")))
                .start();
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.readyNanos = Long.parseLong(line().substring("ready ".length()));
    }

    String name() {
        return name;
    }

    long readyNanos() {
        return readyNanos;
    }

    List<String> answers(int accounts) throws IOException {
        tell("answers " + accounts);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            all.add(line());
        }
        return all;
    }

    Round round(long millis) throws IOException {
        tell("round " + millis);
        String[] figures = line().split(" ", -1);
        return new Round(
                Long.parseLong(figures[0]),
                Long.parseLong(figures[1]),
                Long.parseLong(figures[2]),
                Long.parseLong(figures[3]));
    }

    private void tell(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
    }

    private String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the process of `" + name + "` ended; run it alone to see why");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
