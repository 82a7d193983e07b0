package io.barograph.service.crash;

import io.barograph.service.decisions.CrashProcess;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A {@link CrashProcess}, spoken to over its standard input and output. */
final class SlimVictim implements Victim {

    private static final String FAILED = "failed";

    private final Process process;
    private final Writer in;
    private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Thread reader;
    private volatile boolean gone;

    private SlimVictim(Process process) {
        this.process = process;
        this.in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.reader = new Thread(this::read, "answers of " + process.pid());
        this.reader.start();
    }

    /** @param log takes what the process says about its troubles */
    static Launcher launcher(String url, String user, Path keys, Path decisions, File log) {
        return () -> new SlimVictim(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xshare:auto",
                        "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashProcess.class.getName(),
                        url,
                        user,
                        keys.toString(),
                        decisions.toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(log))
                .start());
    }

    @Override
    public Optional<List<Answered>> send(Request request) {
        String kind = request.keyed() ? "keyed" : "batch";
        return ask(kind + " " + String.join(",", request.names())).map(answer -> {
            String[] told = answer.split(",");
            List<Answered> answered = new ArrayList<>();
            for (int i = 0; i < told.length; i++) {
                String[] one = told[i].split(":");
                answered.add(
                        new Answered(UUID.fromString(one[0]), request.names().get(i), one[1]));
            }
            return answered;
        });
    }

    @Override
    public Optional<String> checkpoint() {
        return ask("checkpoint").map(note -> new String(Base64.getDecoder().decode(note), StandardCharsets.UTF_8));
    }

    @Override
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
            reader.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> ask(String question) {
        String number = Long.toString(numbers.incrementAndGet());
        CompletableFuture<String> answer = new CompletableFuture<>();
        waiting.put(number, answer);
        try {
            synchronized (in) {
                in.write(number + " " + question + "\n");
                in.flush();
            }
        } catch (IOException broken) {
            return Optional.empty();
        }
        if (gone) {
            answer.complete(FAILED);
        }
        return Optional.of(answer.join()).filter(text -> !text.equals(FAILED));
    }

    /** What stands in the pipe when the process is killed was answered. */
    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (Optional<String> line = wholeLine(out); line.isPresent(); line = wholeLine(out)) {
                String[] answer = line.get().split(" ", 2);
                CompletableFuture<String> asked = waiting.remove(answer[0]);
                if (asked != null) {
                    asked.complete(answer[1]);
                }
            }
        } catch (IOException killed) {
            // nothing more was answered
        } finally {
            gone = true;
            waiting.values().forEach(asked -> asked.complete(FAILED));
        }
    }

    /** Up to a line end; what the process was killed in the middle of is no answer. */
    private static Optional<String> wholeLine(BufferedReader out) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = out.read(); c >= 0; c = out.read()) {
            if (c == '\n') {
                return Optional.of(line.toString());
            }
            line.append((char) c);
        }
        return Optional.empty();
    }
}
