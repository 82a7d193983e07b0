package io.barograph.engine.contract;

import io.barograph.engine.issue.IssueCode;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Parses YAML bytes into nodes that know their line; no object is ever built from a tag. */
public final class YamlFile {

    static final int MAX_BYTES = 2 * 1024 * 1024;
    static final int MAX_DEPTH = 30;
    static final int MAX_ALIASES = 1_000;

    private YamlFile() {}

    /** @return null, after reporting it, when the bytes are not one YAML document within the limits */
    public static @Nullable Node parse(byte[] bytes, Findings findings) {
        if (bytes.length > MAX_BYTES) {
            findings.error(IssueCode.LIMIT_EXCEEDED, 0, findings.subject() + " is larger than 2 MiB; shorten it");
            return null;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            findings.error(IssueCode.UNREADABLE_FILE, 0, findings.subject() + " is not UTF-8 text; save it as UTF-8");
            return null;
        }
        return compose(text.startsWith("\uFEFF") ? text.substring(1) : text, findings);
    }

    private static @Nullable Node compose(String text, Findings findings) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                findings.error(IssueCode.UNREADABLE_FILE, 0, findings.subject() + " is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            findings.error(
                    IssueCode.UNREADABLE_FILE,
                    mark == null ? 0 : mark.getLine() + 1,
                    "this is not YAML: " + oneLine(e.getProblem()));
        } catch (ReaderException e) {
            findings.error(
                    IssueCode.UNREADABLE_FILE,
                    lineAt(text, e.getPosition()),
                    "the character U+%04X is not allowed in YAML; remove it".formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            findings.error(IssueCode.LIMIT_EXCEEDED, 0, "the YAML is refused: " + oneLine(e.getMessage()));
        }
        return null;
    }

    private static int lineAt(String text, int position) {
        return 1 + (int) text.chars().limit(position).filter(c -> c == '\n').count();
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "it cannot be parsed" : message.strip().replaceAll("\\s+", " ");
    }
}
