package io.barograph.engine.model.diff;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.ContractReader;
import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.parse.ModelReading;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.Workbook;
import io.barograph.engine.workbook.WorkbookReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two models, in business terms: rows by Rule ID (or by what they are about), weights, thresholds,
 * conditions, sentences, order where it decides, inputs of the contract, rule files. Where things stand and how they look is
 * no change. Models with errors are compared as far as they can be read.
 *
 * @param changes segments.xlsx first, then by workbook, table and row; the contract and the rule files at the end
 * @param unreadable files that could not be read, and so not compared
 * @param tablesBefore what every table of the older model says
 * @param tablesAfter what every table of the newer model says
 */
public record ModelDiff(
        Side before,
        Side after,
        List<ModelChange> changes,
        List<Unreadable> unreadable,
        List<TableContent> tablesBefore,
        List<TableContent> tablesAfter) {

    /**
     * One of the two models.
     *
     * @param digest null when a file of it could not be read
     */
    public record Side(String name, @Nullable String digest) {}

    /** A file that could not be read; {@code side} is {@code before} or {@code after}. */
    public record Unreadable(String side, Issue issue) {}

    /** A model as far as it could be read. */
    private record Content(
            List<Workbook> workbooks,
            Contract contract,
            boolean hasContract,
            List<TableContent> tables,
            List<ModelFiles.ModelFile> ruleFiles) {}

    public ModelDiff {
        changes = List.copyOf(changes);
        unreadable = List.copyOf(unreadable);
        tablesBefore = List.copyOf(tablesBefore);
        tablesAfter = List.copyOf(tablesAfter);
    }

    public static ModelDiff between(ModelFiles before, ModelFiles after) {
        List<Unreadable> unreadable = new ArrayList<>();
        Content old = read(before, "before", unreadable);
        Content now = read(after, "after", unreadable);
        Side oldSide = new Side(before.name(), ModelParser.parse(before).digest());
        Side newSide = new Side(after.name(), ModelParser.parse(after).digest());
        List<ModelChange> changes = new ArrayList<>();
        if (oldSide.digest() == null || !oldSide.digest().equals(newSide.digest())) {
            List<String> skipped =
                    unreadable.stream().map(file -> file.issue().cell().file()).toList();
            changes.addAll(
                    new WorkbookDiff(old.workbooks(), old.tables(), now.workbooks(), now.tables(), skipped).changes());
            if (old.hasContract() && now.hasContract()) {
                changes.addAll(ContractDiff.between(old.contract(), now.contract()));
            }
            changes.addAll(RuleFileDiff.between(old.ruleFiles(), now.ruleFiles()));
        }
        return new ModelDiff(oldSide, newSide, changes, unreadable, old.tables(), now.tables());
    }

    /** Whether not even a cell's place differs. */
    public boolean sameDigest() {
        return before.digest() != null && before.digest().equals(after.digest());
    }

    /** The table of a change in the older model; null when it had none. */
    public @Nullable TableContent tableBefore(ModelChange change) {
        return table(tablesBefore, change);
    }

    /** The table of a change in the newer model; null when it has none. */
    public @Nullable TableContent tableAfter(ModelChange change) {
        return table(tablesAfter, change);
    }

    private static @Nullable TableContent table(List<TableContent> tables, ModelChange change) {
        return tables.stream()
                .filter(table -> table.file().equalsIgnoreCase(change.file()) && table.table() == change.table())
                .findFirst()
                .orElse(null);
    }

    private static Content read(ModelFiles files, String side, List<Unreadable> unreadable) {
        List<Workbook> workbooks = new ArrayList<>();
        for (ModelFiles.ModelFile file : files.workbooks()) {
            Reading reading = WorkbookReader.read(file.name(), file.bytes());
            if (reading instanceof Reading.Read read) {
                workbooks.add(read.workbook());
            } else if (reading instanceof Reading.Refused refused) {
                unreadable.add(new Unreadable(side, refused.reason()));
            }
        }
        Contract contract = contract(files, side, unreadable);
        Contract known = contract == null ? new Contract("", List.of(), List.of()) : contract;
        return new Content(
                workbooks, known, contract != null, ModelReading.contents(workbooks, known), files.ruleFiles());
    }

    private static @Nullable Contract contract(ModelFiles files, String side, List<Unreadable> unreadable) {
        Issues issues = new Issues();
        ModelFiles.ModelFile file = files.contract();
        if (file == null) {
            issues.error(
                    IssueCode.MISSING_FILE, CellAddress.ofFile(ModelFolder.CONTRACT), "the model has no data contract");
        } else {
            Contract contract = ContractReader.read(file.name(), file.bytes(), issues);
            if (contract != null) {
                return contract;
            }
        }
        issues.sorted().stream().filter(Issue::isError).forEach(issue -> unreadable.add(new Unreadable(side, issue)));
        return null;
    }
}
