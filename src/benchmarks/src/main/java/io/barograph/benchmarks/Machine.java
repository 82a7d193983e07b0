package io.barograph.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where and on what a benchmark ran, for people who compare. */
final class Machine {

    private Machine() {}

    /** One line: benchmark, commit, processor, cores, memory, Java, and how busy the machine was before. */
    static String line(String benchmark) {
        return "`run " + benchmark + "` at commit " + System.getProperty("barograph.commit", "unknown") + ": "
                + processor()
                + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                + System.getProperty("os.name") + ", Java " + System.getProperty("java.version")
                + ", load before the run " + first("/proc/loadavg", " ");
    }

    private static String processor() {
        for (String line : lines("/proc/cpuinfo")) {
            if (line.startsWith("model name")) {
                return line.substring(line.indexOf(':') + 1).strip();
            }
        }
        return System.getProperty("os.arch", "unknown processor");
    }

    private static String first(String file, String end) {
        String[] all = lines(file);
        int to = all.length == 0 ? -1 : all[0].indexOf(end);
        return to < 0 ? "unknown" : all[0].substring(0, to);
    }

    private static String[] lines(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8).split("\n", -1);
        } catch (IOException e) {
            return new String[0];
        }
    }
}
