package io.barograph.engine.governance;

import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code keys.txt}, the public keys that releases are signed with: a vkey a line; blank lines and lines that start with {@code #} are skipped. */
public final class ReleaseKeys {

    private ReleaseKeys() {}

    /** @param file name to show in issues, which carry line numbers */
    public static List<VerifierKey> read(String file, byte[] text, Issues issues) {
        List<VerifierKey> keys = new ArrayList<>();
        List<String> lines = new String(text, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                VerifierKey key = VerifierKey.parse(line);
                if (keys.contains(key)) {
                    error(issues, file, i, "the key `" + key.name() + "` stands twice; remove one of them");
                } else {
                    keys.add(key);
                }
            } catch (IllegalArgumentException none) {
                error(issues, file, i, none.getMessage() + "; write a line as `barograph release keygen` prints it");
            }
        }
        return List.copyOf(keys);
    }

    private static void error(Issues issues, String file, int line, String message) {
        issues.error(IssueCode.BAD_POLICY, CellAddress.ofLine(file, line + 1), message);
    }
}
