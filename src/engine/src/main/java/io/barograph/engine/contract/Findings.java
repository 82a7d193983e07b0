package io.barograph.engine.contract;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import org.yaml.snakeyaml.nodes.Node;

/** Findings about one YAML file, each on the line of the node it is about. */
public final class Findings {

    private final String file;
    private final String subject;
    private final IssueCode code;
    private final Issues issues = new Issues();

    Findings(String file) {
        this(file, "the contract", IssueCode.BAD_CONTRACT);
    }

    /**
     * @param file name to show
     * @param subject what the file is, as messages call it, for example {@code the contract}
     * @param code of findings about its content
     */
    public Findings(String file, String subject, IssueCode code) {
        this.file = file;
        this.subject = subject;
        this.code = code;
    }

    String subject() {
        return subject;
    }

    public void error(Node at, String message) {
        issues.error(code, lineOf(at), message);
    }

    public void notice(Node at, String message) {
        issues.notice(code, lineOf(at), message);
    }

    /** An error of the file as a whole, or on a line of it (from 1) that could not be parsed into nodes. */
    void error(IssueCode code, int line, String message) {
        issues.error(code, line > 0 ? CellAddress.ofLine(file, line) : CellAddress.ofFile(file), message);
    }

    public Issues issues() {
        return issues;
    }

    public static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private CellAddress lineOf(Node node) {
        return CellAddress.ofLine(file, line(node));
    }
}
