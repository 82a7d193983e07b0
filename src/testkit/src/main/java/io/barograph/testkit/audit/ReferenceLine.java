package io.barograph.testkit.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of an export.
 *
 * @param members without {@code record}, of a line that has one
 * @param record the record's own bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record ReferenceLine(Map<String, Object> members, byte @Nullable [] record) {

    private static final int RECORD = ",\"record\":".length();

    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "log", Set.of("type", "format", "origin", "from", "to", "size", "keys"),
            "checkpoint", Set.of("type", "note"),
            "model", Set.of("type", "digest", "name", "workbooks", "contract", "rules"),
            "legend",
                    Set.of(
                            "type",
                            "digest",
                            "attributes",
                            "indicators",
                            "texts",
                            "messages",
                            "ranked",
                            "cells",
                            "rows",
                            "segments"),
            "key", Set.of("type", "key_id", "account_id", "key"),
            "record", Set.of("type", "index", "proof"),
            "related", Set.of("type", "index", "proof"),
            "retired", Set.of("type", "index", "leaf", "proof"),
            "end", Set.of("type", "records", "lines"));

    static ReferenceLine parse(byte[] line) throws ReferenceNote.Refused {
        String text = new String(line, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("],\"record\":") + 1;
        int end = text.lastIndexOf(",\"type\":\"re");
        if (text.startsWith("{\"index\":") && start > 0 && start + RECORD < end) {
            byte[] frame = (text.substring(0, start) + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
            return new ReferenceLine(members(frame), record(Arrays.copyOfRange(line, start + RECORD, end)));
        }
        Map<String, Object> members = members(line);
        if (Set.of("record", "related").contains(members.get("type"))) {
            throw new ReferenceNote.Refused("a record's line without its record");
        }
        return new ReferenceLine(members, null);
    }

    /** An event's own text, or a decision's bytes in base64, behind which it may be told what they say. */
    private static byte[] record(byte[] written) throws ReferenceNote.Refused {
        if (written[0] == '{') {
            return written;
        }
        String text = new String(written, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('"', 1);
        String rest = end < 0 ? "?" : text.substring(end + 1);
        byte[] record;
        try {
            record = Base64.getDecoder().decode(text.substring(1, Math.max(1, end)));
        } catch (IllegalArgumentException e) {
            throw new ReferenceNote.Refused("a record that is not base64");
        }
        boolean oneForm = text.startsWith("\"" + Base64.getEncoder().encodeToString(record) + "\"");
        boolean rendered = rest.startsWith(",\"rendered\":{") && rest.endsWith("}");
        if (!oneForm || record.length == 0 || record[0] == '{' || !(rest.isEmpty() || rendered)) {
            throw new ReferenceNote.Refused("not a record in its one form");
        }
        return record;
    }

    @SuppressWarnings("unchecked") // a parsed object is a map by name
    private static Map<String, Object> members(byte[] line) throws ReferenceNote.Refused {
        String text = new String(line, StandardCharsets.UTF_8);
        Object value = ReferenceJson.parse(text);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), line)
                || !ReferenceJson.canonical(value).equals(text)
                || !(value instanceof Map<?, ?> members)
                || !(members.get("type") instanceof String type)
                || !members.keySet().equals(MEMBERS.get(type))) {
            throw new ReferenceNote.Refused("not a line of an export in canonical form");
        }
        return (Map<String, Object>) members;
    }

    String type() {
        return (String) members.getOrDefault("type", "");
    }

    String text(String name) throws ReferenceNote.Refused {
        return text(members, name);
    }

    static String text(Map<?, ?> members, String name) throws ReferenceNote.Refused {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new ReferenceNote.Refused("`" + name + "` is no text");
    }

    long number(String name) throws ReferenceNote.Refused {
        return number(members.get(name));
    }

    static long number(@Nullable Object value) throws ReferenceNote.Refused {
        if (value instanceof ReferenceJson.Literal literal && literal.text().matches("0|[1-9][0-9]{0,14}")) {
            return Long.parseLong(literal.text());
        }
        throw new ReferenceNote.Refused("not an index or a count");
    }

    List<String> texts(String name) throws ReferenceNote.Refused {
        if (members.get(name) instanceof List<?> items && items.stream().allMatch(String.class::isInstance)) {
            return items.stream().map(String.class::cast).toList();
        }
        throw new ReferenceNote.Refused("`" + name + "` is no list of texts");
    }

    /** Of a checkpoint: of how many records it is. */
    long checkpointSize() throws ReferenceNote.Refused {
        String[] lines = text("note").split("\n");
        if (lines.length < 2 || !lines[1].matches("[0-9]{1,15}")) {
            throw new ReferenceNote.Refused("not a checkpoint");
        }
        return Long.parseLong(lines[1]);
    }
}
