package io.barograph.service.governance;

import io.barograph.engine.audit.Evidence;
import io.barograph.engine.contract.Contract;
import io.barograph.engine.governance.DecisionRights;
import io.barograph.engine.governance.DecisionRightsReader;
import io.barograph.engine.governance.GovernanceFolder;
import io.barograph.engine.governance.GuardrailPolicy;
import io.barograph.engine.governance.GuardrailPolicyReader;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.Issues;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Decision rights and guardrails, read from disk whenever they are asked for: {@code governance/<model>/} has those of one model,
 * {@code governance/} those of all others. Without them nothing may be done.
 */
@Component
public class Policies {

    /** @param sha256 of its file */
    record Guardrails(GuardrailPolicy policy, String sha256) {}

    private final GovernanceFolder governance;

    Policies(@Value("${barograph.home}") Path home) {
        this.governance = new GovernanceFolder(home);
    }

    /** @throws Problem when they cannot be read */
    public DecisionRights rights(String model) {
        String file = GovernanceFolder.RIGHTS;
        Issues issues = new Issues();
        return sound(file, DecisionRightsReader.read(file, bytes(model, file), issues), issues);
    }

    Guardrails guardrails(String model, Contract contract) {
        String file = GovernanceFolder.GUARDRAILS;
        byte[] bytes = bytes(model, file);
        Issues issues = new Issues();
        GuardrailPolicy policy = sound(file, GuardrailPolicyReader.read(file, bytes, contract, issues), issues);
        return new Guardrails(policy, Evidence.sha256(bytes));
    }

    private static <T> T sound(String file, @Nullable T read, Issues issues) {
        if (read == null) {
            String errors = issues.sorted().stream()
                    .filter(Issue::isError)
                    .map(issue -> "line " + issue.cell().row() + ": " + issue.message())
                    .collect(Collectors.joining("; "));
            throw new Problem(ProblemType.POLICY_UNSOUND, "`governance/" + file + "` cannot be used: " + errors);
        }
        return read;
    }

    private byte[] bytes(String model, String file) {
        try {
            return Files.readAllBytes(governance.file(model, file));
        } catch (IOException absent) {
            throw new Problem(
                    ProblemType.POLICY_UNSOUND,
                    "`governance/" + file + "` cannot be read, so nobody has a right to change the model",
                    absent);
        }
    }
}
