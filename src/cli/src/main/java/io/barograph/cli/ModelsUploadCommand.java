package io.barograph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a draft. */
@Command(
        name = "upload",
        description =
                "Upload changed workbooks as a draft; those that are not sent stay as they are in the active model.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ModelsUploadCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Workbooks, a folder of them, or `data-contract.yaml`.")
    private List<Path> files = List.of();

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "What is changed and why.")
    private String why = "";

    @Option(names = "--whole", description = "The files are the whole model: workbooks that are not sent are gone.")
    private boolean whole;

    @Option(
            names = "--base",
            paramLabel = "VERSION",
            defaultValue = "active",
            description = "Number or digest of the version that the workbooks were taken from (default: active).")
    private String base = "active";

    @Mixin
    private ServiceAddress service = new ServiceAddress();

    @Mixin
    private FormatOption format = new FormatOption();

    ModelsUploadCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files) {
            Path path = console.resolve(file);
            if (Files.isDirectory(path)) {
                found.addAll(workbooks(path));
            } else if (Files.isRegularFile(path)) {
                found.add(path);
            } else {
                throw new ParameterException(
                        spec.commandLine(), "there is no file or folder `" + console.shown(path) + "`");
            }
        }
        ServiceClient.Answer answer = service.client()
                .upload(
                        "/models",
                        new TreeMap<>(Map.of("why", why, "whole", Boolean.toString(whole), "base", base)),
                        found);
        console.print(format.isJson() ? answer.text() + "\n" : told(answer));
        return 0;
    }

    /** By name, without the files that spreadsheet programs put beside those that are open. */
    private List<Path> workbooks(Path model) throws IOException {
        try (Stream<Path> all = Files.list(model)) {
            List<Path> workbooks = all.filter(file -> file.toString().endsWith(".xlsx"))
                    .filter(file -> !file.getFileName().toString().startsWith("~$"))
                    .sorted()
                    .toList();
            if (workbooks.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "`" + console.shown(model) + "` has no workbooks (`.xlsx`)");
            }
            return workbooks;
        }
    }

    private static String told(ServiceClient.Answer answer) {
        String number = answer.told("number");
        return VersionText.line(answer.members()) + "next: `barograph models check " + number + "`, `simulate " + number
                + "` and `submit " + number + "`\n";
    }
}
