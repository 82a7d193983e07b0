package io.barograph.testkit.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An export that somebody changed.
 *
 * @param what was done
 * @param lines that were touched, counted as before or after it, from 1
 * @param records of the range that these lines are or were about
 */
@SuppressWarnings("ArrayRecordComponent")
record TamperedFile(String what, byte[] bytes, Set<Long> lines, Set<Long> records) {

    private static final Pattern INDEX = Pattern.compile("^\\{\"index\":(\\d+),");
    private static final Pattern PROOF = Pattern.compile("\"proof\":\\[[^\\]]*\\]");
    private static final Pattern RECORD = Pattern.compile("\"record\":\\{.*\\},\"type\"", Pattern.DOTALL);

    private static final String RELATED = "\"type\":\"related\"}\n";
    private static final String END = "\"type\":\"end\"}";

    /** Where a line is over, with its newline. */
    static int endOfLine(byte[] file, int line) {
        int at = 0;
        for (int lines = 0; lines < line; at++) {
            lines += file[at] == '\n' ? 1 : 0;
        }
        return at;
    }

    /** How many lines of records there are. */
    static long wholeRecords(byte[] file) {
        return Pattern.compile("\"type\":\"(record|retired)\"\\}\n")
                .matcher(new String(file, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    /** Whether all that happened is that the file ends after its last record, as a part that broke off may. */
    boolean onlyBreaksOff(byte[] file) {
        String before = new String(file, StandardCharsets.ISO_8859_1);
        String after = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher ends = Pattern.compile("\"type\":\"(record|retired)\"\\}\n").matcher(before);
        int records = 0;
        while (ends.find()) {
            records = ends.end();
        }
        return records > 0 && !after.contains(END) && after.startsWith(before.substring(0, records));
    }

    /**
     * @param file as it was exported
     * @param other an export of another log
     */
    static TamperedFile draw(byte[] file, byte[] other, Random random) {
        while (true) {
            Draft draft = new Draft(file, other, random);
            TamperedFile tampered = draft.draw();
            if (!Arrays.equals(tampered.bytes(), file)) {
                return tampered;
            }
        }
    }

    private static final class Draft {

        private final byte[] file;
        private final List<String> lines;
        private final List<String> others;
        private final Random random;
        private final Set<Long> touched = new HashSet<>();
        private final Set<Long> records = new HashSet<>();

        Draft(byte[] file, byte[] other, Random random) {
            this.file = file;
            this.lines = split(file);
            this.others = split(other);
            this.random = random;
        }

        /** Every line with its newline, one byte a character. */
        private static List<String> split(byte[] file) {
            List<String> lines = new ArrayList<>();
            Matcher line = Pattern.compile("[^\\n]*\\n").matcher(new String(file, StandardCharsets.ISO_8859_1));
            while (line.find()) {
                lines.add(line.group());
            }
            return lines;
        }

        TamperedFile draw() {
            int line = random.nextInt(lines.size());
            int second = random.nextInt(lines.size());
            return switch (random.nextInt(15)) {
                case 0, 1, 2 -> bytes("a byte flipped", flipped());
                case 3 -> bytes("cut off", cut());
                case 4 -> bytes("a byte taken out or put in", resized());
                case 5 -> {
                    touch(line);
                    lines.remove(line);
                    yield joined("line " + (line + 1) + " dropped");
                }
                case 6 -> {
                    touch(line);
                    touch(second);
                    lines.add(second, lines.get(line));
                    yield joined("line " + (line + 1) + " repeated as " + (second + 1));
                }
                case 7 -> {
                    touch(line);
                    touch(second);
                    String moved = lines.get(line);
                    lines.set(line, lines.get(second));
                    lines.set(second, moved);
                    yield joined("lines " + (line + 1) + " and " + (second + 1) + " swapped");
                }
                case 8 -> {
                    touch(line);
                    touch(second);
                    lines.add(second, lines.remove(line));
                    yield joined("line " + (line + 1) + " moved to " + (second + 1));
                }
                case 9 -> {
                    touch(line);
                    lines.add(line, others.get(random.nextInt(others.size())));
                    yield joined("a line of another log put in as " + (line + 1));
                }
                case 10 -> replaced(line, others.get(Math.min(line, others.size() - 1)), "by that of another log");
                case 11 -> replaced(line, renumbered(lines.get(line)), "with another number");
                case 12 -> replaced(line, mixed(line, second, PROOF), "with the proof of " + (second + 1));
                case 13 -> replaced(line, mixed(line, second, RECORD), "with the record of " + (second + 1));
                default -> special(line);
            };
        }

        /** What somebody would do who knows the format. */
        private TamperedFile special(int line) {
            String text = lines.get(line);
            if (text.contains("\"type\":\"checkpoint\"")) {
                List<String> notes = lines.stream()
                        .filter(one -> one.contains("\"type\":\"checkpoint\""))
                        .toList();
                return replaced(line, notes.get(random.nextInt(notes.size())), "by another checkpoint");
            }
            Matcher record = Pattern.compile(
                            "(\\{\"index\":\\d+,)(\"proof\":\\[.*?\\]),\"record\":(.*),\"type\":\"record\"\\}\n")
                    .matcher(text);
            if (record.matches()) {
                byte[] bytes = record.group(3).getBytes(StandardCharsets.ISO_8859_1);
                String retired = record.group(1) + "\"leaf\":\"" + ReferenceTree.leaf(bytes) + "\"," + record.group(2)
                        + ",\"type\":\"retired\"}\n";
                return replaced(line, retired, "passed off as retired");
            }
            touch(line);
            int count = random.nextInt(lines.size() - line);
            for (int i = 0; i < count; i++) {
                touch(line + i);
            }
            lines.subList(line, line + count).clear();
            return joined(count + " lines from " + (line + 1) + " dropped");
        }

        private byte[] flipped() {
            byte[] flipped = file.clone();
            int at = random.nextInt(file.length);
            flipped[at] ^= (byte) (random.nextBoolean() ? 1 << random.nextInt(8) : 1 + random.nextInt(255));
            touchByte(at);
            return flipped;
        }

        private byte[] cut() {
            int length = random.nextInt(file.length);
            touchByte(length);
            return Arrays.copyOf(file, length);
        }

        private byte[] resized() {
            int at = random.nextInt(file.length);
            touchByte(at);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(file, 0, at);
            if (random.nextBoolean()) {
                out.write(random.nextInt(256));
                out.write(file, at, file.length - at);
            } else {
                out.write(file, at + 1, file.length - at - 1);
            }
            return out.toByteArray();
        }

        /** Some number in the line, a hash's digits aside, becomes another. */
        private String renumbered(String line) {
            Matcher number = Pattern.compile("(?<=[:,\\[n])\\d+(?=[,}\\]\\\\])").matcher(line);
            List<int[]> found = new ArrayList<>();
            while (number.find()) {
                found.add(new int[] {number.start(), number.end()});
            }
            if (found.isEmpty()) {
                return line;
            }
            int[] at = found.get(random.nextInt(found.size()));
            return line.substring(0, at[0]) + random.nextInt(40) + line.substring(at[1]);
        }

        private String mixed(int line, int second, Pattern part) {
            Matcher here = part.matcher(lines.get(line));
            Matcher there = part.matcher(lines.get(second));
            return here.find() && there.find()
                    ? lines.get(line).substring(0, here.start())
                            + there.group()
                            + lines.get(line).substring(here.end())
                    : lines.get(line);
        }

        private TamperedFile replaced(int line, String text, String how) {
            touch(line);
            lines.set(line, text);
            return joined("line " + (line + 1) + " " + how);
        }

        private void touch(int line) {
            touched.add(line + 1L);
            Matcher index = INDEX.matcher(lines.get(line));
            if (index.find() && !lines.get(line).endsWith(RELATED)) {
                records.add(Long.parseLong(index.group(1)));
            }
        }

        private void touchByte(int at) {
            int line = 0;
            int end = lines.get(0).length();
            while (end <= at && line + 1 < lines.size()) {
                end += lines.get(++line).length();
            }
            touch(line);
        }

        private TamperedFile bytes(String what, byte[] bytes) {
            return new TamperedFile(what + " in line " + touched, bytes, touched, records);
        }

        private TamperedFile joined(String what) {
            return bytes(what, String.join("", lines).getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
