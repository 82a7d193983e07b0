package io.barograph.testkit.shipped;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.ContractReader;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.workbook.WorkbookPlan;
import io.barograph.engine.workbook.WorkbookWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Everything in the tree that is generated, by its path from the project's root. */
public final class ShippedFiles {

    private ShippedFiles() {}

    /**
     * @param root the project, for the data contracts
     * @throws IOException when a contract cannot be read
     */
    public static Map<String, byte[]> of(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.putAll(workbooks(root, "customer-health", CustomerHealth::workbooks));
        files.putAll(workbooks(root, "telco", Telco::workbooks));
        files.putAll(BrokenModel.workbooks());
        files.putAll(SampleFiles.of(contract(root, "customer-health")));
        return files;
    }

    private static Map<String, byte[]> workbooks(
            Path root, String model, Function<Contract, Map<String, WorkbookPlan>> plans) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        plans.apply(contract(root, model))
                .forEach(
                        (name, plan) -> files.put("decision-tables/" + model + "/" + name, WorkbookWriter.write(plan)));
        return files;
    }

    /** The data contract of a shipped model. */
    static Contract contract(Path root, String model) throws IOException {
        Path file = root.resolve("governance").resolve(model).resolve("data-contract.yaml");
        Issues issues = new Issues();
        Contract contract = ContractReader.read(file.getFileName().toString(), Files.readAllBytes(file), issues);
        if (contract == null) {
            throw new IOException(file + ": " + issues.sorted());
        }
        return contract;
    }
}
