package io.barograph.engine.model;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.ContractReader;
import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.parse.ModelReading;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.Workbook;
import io.barograph.engine.workbook.WorkbookReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Turns a model's files into a checked {@link Model}, collecting every issue on the way. */
public final class ModelParser {

    /** Findings that say nothing as long as the contract could not be read. */
    private static final Set<IssueCode> NEED_A_CONTRACT = EnumSet.of(
            IssueCode.UNKNOWN_HEADER,
            IssueCode.UNKNOWN_INDICATOR,
            IssueCode.UNKNOWN_PLACEHOLDER,
            IssueCode.UNKNOWN_VALUE,
            IssueCode.MISSING_HEADER);

    /** Whether any model was read in this process. */
    private static final AtomicBoolean ANY = new AtomicBoolean();

    private ModelParser() {}

    /**
     * Reads and checks. The first model of a process is read with all its processors, what does not need each other side by side, since somebody
     * waits for the process to be ready; later ones by the caller alone, since by then others may be waiting for what the process serves.
     */
    public static Parsing parse(ModelFiles files) {
        return parse(files, ANY.compareAndSet(false, true));
    }

    private static Parsing parse(ModelFiles files, boolean sideBySide) {
        Issues issues = new Issues();
        Issues ofContract = new Issues();
        ForkJoinTask<@Nullable Contract> readContract = started(() -> contract(files, ofContract), sideBySide);
        List<Workbook> workbooks = workbooks(files.workbooks(), sideBySide, issues);
        requireWorkbooks(files, issues);
        Contract contract = readContract.join();
        issues.addAll(ofContract.sorted());
        if (contract == null) {
            return new Parsing.Rejected(withoutContract(files, workbooks, issues), null);
        }
        boolean allRead = workbooks.size() == files.workbooks().size();
        ForkJoinTask<@Nullable String> digest =
                started(() -> allRead ? ModelDigest.of(workbooks, contract, files.ruleFiles()) : null, sideBySide);
        Model model = ModelReading.read(
                files.name(),
                workbooks,
                contract,
                files.ruleFiles(),
                () -> Objects.requireNonNull(digest.join(), "a sound model was read whole"),
                issues);
        return model == null
                ? new Parsing.Rejected(issues.sorted(), digest.join())
                : new Parsing.Accepted(model, issues.sorted());
    }

    /** Done, unless it is done side by side with what follows. */
    private static <T> ForkJoinTask<T> started(Callable<T> work, boolean sideBySide) {
        ForkJoinTask<T> task = ForkJoinTask.adapt(work);
        if (sideBySide) {
            ForkJoinPool.commonPool().execute(task);
        } else {
            task.quietlyInvoke();
        }
        return task;
    }

    private static void requireWorkbooks(ModelFiles files, Issues issues) {
        if (files.workbooks().isEmpty()) {
            missing(
                    issues,
                    files.name(),
                    "the folder holds no workbook",
                    "put `segments.xlsx` and one workbook a segment into it");
            return;
        }
        long segments = files.workbooks().stream()
                .filter(file -> ModelReading.isSegments(file.name()))
                .count();
        if (segments == 0) {
            missing(
                    issues,
                    "segments.xlsx",
                    "the workbook `segments.xlsx` is missing",
                    "add it, with a sheet `Segments`");
        }
        if (segments == files.workbooks().size()) {
            missing(
                    issues,
                    files.name(),
                    "there is no workbook of any segment",
                    "add one, for example `enterprise.xlsx`");
        }
    }

    private static void missing(Issues issues, String file, String message, String suggestion) {
        issues.error(IssueCode.MISSING_FILE, CellAddress.ofFile(file), message, null, suggestion);
    }

    private static @Nullable Contract contract(ModelFiles files, Issues issues) {
        ModelFiles.ModelFile file = files.contract();
        if (file != null) {
            return ContractReader.read(file.name(), file.bytes(), issues);
        }
        issues.error(
                IssueCode.MISSING_FILE,
                CellAddress.ofFile(files.name()),
                "the model has no data contract",
                null,
                "put it into `" + ModelFolder.CONTRACT + "` in the folder or in `governance/" + files.name() + "/`");
        return null;
    }

    private static List<Workbook> workbooks(List<ModelFiles.ModelFile> files, boolean sideBySide, Issues issues) {
        List<ForkJoinTask<Reading>> readings = files.stream()
                .map(file -> started(() -> WorkbookReader.read(file.name(), file.bytes()), sideBySide))
                .toList();
        List<Workbook> workbooks = new ArrayList<>();
        for (ForkJoinTask<Reading> task : readings) {
            Reading reading = task.join();
            if (reading instanceof Reading.Read read) {
                workbooks.add(read.workbook());
            } else if (reading instanceof Reading.Refused refused) {
                issues.add(refused.reason());
            }
        }
        return workbooks;
    }

    /** What can be said about the workbooks all the same. */
    private static List<Issue> withoutContract(ModelFiles files, List<Workbook> workbooks, Issues issues) {
        Issues found = new Issues();
        Contract empty = new Contract("", List.of(), List.of());
        ModelReading.read(files.name(), workbooks, empty, List.of(), () -> "", found);
        found.sorted().stream()
                .filter(issue -> !NEED_A_CONTRACT.contains(issue.code()))
                .forEach(issues::add);
        return issues.sorted();
    }
}
