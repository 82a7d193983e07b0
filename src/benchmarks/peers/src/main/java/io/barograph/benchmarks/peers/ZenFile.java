package io.barograph.benchmarks.peers;

import io.barograph.benchmarks.plain.PlainTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The plain task and its accounts as JSON, for the process in Node that makes zen's own model of it. */
final class ZenFile {

    private ZenFile() {}

    static Path write(PlainTask task, int[][] accounts) throws IOException {
        Path file = Files.createTempFile("plain", ".json");
        file.toFile().deleteOnExit();
        Files.writeString(
                file,
                "{\"task\": {\"fields\": " + each(PlainTask.INDICATORS, i -> quoted(PlainTask.field(i)))
                        + ", \"cuts\": " + each(PlainTask.INDICATORS, i -> Arrays.toString(task.cuts()[i]))
                        + ", \"scores\": " + each(PlainTask.INDICATORS, i -> Arrays.toString(task.scores()[i]))
                        + ", \"weights\": " + Arrays.toString(task.weights())
                        + ", \"scoringRules\": "
                        + each(
                                PlainTask.INDICATORS,
                                i -> each(task.ranges(), range -> quoted(PlainTask.scoringRule(i, range))))
                        + ", \"signals\": "
                        + all(
                                task.signals(),
                                row -> "{\"ruleId\": " + quoted(row.ruleId()) + ", \"indicator\": " + row.indicator()
                                        + ", \"cell\": " + quoted(row.cell()) + "}")
                        + ", \"bands\": "
                        + all(
                                task.bands(),
                                row -> "{\"ruleId\": " + quoted(row.ruleId()) + ", \"name\": " + quoted(row.name())
                                        + ", \"from\": " + row.from() + "}")
                        + ", \"playbooks\": "
                        + all(
                                task.playbooks(),
                                row -> "{\"ruleId\": " + quoted(row.ruleId()) + ", \"cell\": "
                                        + quoted((row.atLeast() ? ">= " : "< ") + row.bound() * 100) + "}")
                        + "}, \"accounts\": " + each(accounts.length, i -> Arrays.toString(accounts[i])) + "}\n");
        return file;
    }

    private static String each(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(",", "[", "]"));
    }

    private static <T> String all(List<T> items, java.util.function.Function<T, String> item) {
        return items.stream().map(item).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
