package io.barograph.engine.contract;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import org.yaml.snakeyaml.nodes.Node;

/** Findings about one contract file, each on the line of the YAML node it is about. */
final class Findings {

    private final String file;
    private final Issues issues = new Issues();

    Findings(String file) {
        this.file = file;
    }

    void error(Node at, String message) {
        issues.error(IssueCode.BAD_CONTRACT, lineOf(at), message);
    }

    void notice(Node at, String message) {
        issues.notice(IssueCode.BAD_CONTRACT, lineOf(at), message);
    }

    /** An error of the file as a whole, or on a line of it (from 1) that could not be parsed into nodes. */
    void error(IssueCode code, int line, String message) {
        issues.error(code, line > 0 ? CellAddress.ofLine(file, line) : CellAddress.ofFile(file), message);
    }

    Issues issues() {
        return issues;
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private CellAddress lineOf(Node node) {
        return CellAddress.ofLine(file, line(node));
    }
}
