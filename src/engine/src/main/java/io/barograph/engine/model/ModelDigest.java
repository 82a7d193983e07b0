package io.barograph.engine.model;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.Workbook;
import io.barograph.engine.workbook.WorkbookReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The fingerprint of what a model says. Re-saving a workbook in another program does not change it; changing one cell, a
 * limit of the contract or a guardrail does.
 *
 * <p>It is SHA-256 over a sequence of strings, each preceded by its length in UTF-8 bytes as four bytes, most
 * significant first. Lists are sorted by their first string, in Unicode order of UTF-16 units:
 *
 * <ol>
 *   <li>{@code barograph-model-1};
 *   <li>for each workbook: {@code workbook}, its file name; for each sheet: {@code sheet}, its name; for each cell that
 *       holds something, by row, then by column: its address ({@code C14}), its type and its content. The types are
 *       {@code text} (the text as stored), {@code number} and {@code percent} (a number shown as a percentage; the value, not
 *       what is shown, as the shortest plain decimal), {@code boolean} ({@code yes}, {@code no}), {@code date} (ISO) and
 *       {@code error};
 *   <li>{@code contract} and the contract's {@linkplain Contract#canonical canonical form};
 *   <li>for each rule file: {@code rules}, its path below the model's rule folder, and for a {@code .drl} its lower-case
 *       hexadecimal SHA-256; a native table follows as a workbook does, and for each of its merged regions, which mean
 *       something there, by first row, then by first column: {@code merged} and its range ({@code B3:D3}).
 * </ol>
 */
final class ModelDigest {

    private static final String FORMAT = "barograph-model-1";

    private final MessageDigest sha256 = newDigest();
    private final ByteBuffer buffer = ByteBuffer.allocate(8 * 1024);
    private final Map<Integer, String> columns = new HashMap<>();
    private final StringBuilder place = new StringBuilder();

    private ModelDigest() {}

    /** {@code sha256:} and 64 hex digits. */
    static String of(List<Workbook> workbooks, Contract contract, List<ModelFiles.ModelFile> ruleFiles) {
        ModelDigest digest = new ModelDigest();
        digest.add(FORMAT);
        workbooks.stream().sorted(Comparator.comparing(Workbook::file)).forEach(digest::add);
        digest.add("contract");
        digest.add(contract.canonical());
        ruleFiles.stream()
                .sorted(Comparator.comparing(ModelFiles.ModelFile::name))
                .forEach(digest::add);
        digest.flush();
        return "sha256:" + HexFormat.of().formatHex(digest.sha256.digest());
    }

    private void add(Workbook workbook) {
        add("workbook");
        add(workbook.file());
        workbook.sheets().stream().sorted(Comparator.comparing(Sheet::name)).forEach(sheet -> {
            add("sheet");
            add(sheet.name());
            sheet.rows().values().forEach(row -> row.values().forEach(this::add));
        });
    }

    private void add(Cell cell) {
        addAddress(cell.address());
        add(type(cell));
        add(cell.text());
    }

    private static String type(Cell cell) {
        if (cell instanceof Cell.Numeric number) {
            return number.percentage() ? "percent" : "number";
        }
        if (cell instanceof Cell.Logical) {
            return "boolean";
        }
        if (cell instanceof Cell.Day) {
            return "date";
        }
        return cell instanceof Cell.Faulty ? "error" : "text";
    }

    private void add(ModelFiles.ModelFile ruleFile) {
        add("rules");
        add(ruleFile.name());
        Reading table =
                ruleFile.name().endsWith(".drl") ? null : WorkbookReader.read(ruleFile.name(), ruleFile.bytes());
        if (table instanceof Reading.Read read) {
            add(read.workbook());
            read.workbook().sheets().stream()
                    .sorted(Comparator.comparing(Sheet::name))
                    .flatMap(sheet -> sheet.merged().stream()
                            .sorted(Comparator.comparing(Sheet.MergedRegion::firstRow)
                                    .thenComparing(Sheet.MergedRegion::firstColumn)))
                    .forEach(this::add);
        } else {
            add(HexFormat.of().formatHex(newDigest().digest(ruleFile.bytes())));
        }
    }

    private void add(Sheet.MergedRegion region) {
        add("merged");
        add(CellAddress.columnName(region.firstColumn()) + region.firstRow() + ":"
                + CellAddress.columnName(region.lastColumn()) + region.lastRow());
    }

    private void addAddress(CellAddress address) {
        place.setLength(0);
        place.append(columns.computeIfAbsent(address.column(), CellAddress::columnName))
                .append(address.row());
        addAscii(place);
    }

    private void add(String text) {
        if (text.length() <= buffer.capacity() / 2 && addAscii(text)) {
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Integer.BYTES + bytes.length > buffer.remaining()) {
            flush();
        }
        buffer.putInt(bytes.length);
        if (bytes.length > buffer.remaining()) {
            flush();
            sha256.update(bytes);
        } else {
            buffer.put(bytes);
        }
    }

    /** @return false, and nothing added, when there is another character than ASCII */
    private boolean addAscii(CharSequence text) {
        int length = text.length();
        if (Integer.BYTES + length > buffer.remaining()) {
            flush();
        }
        int start = buffer.position();
        buffer.putInt(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                buffer.position(start);
                return false;
            }
            buffer.put((byte) c);
        }
        return true;
    }

    private void flush() {
        sha256.update(buffer.flip());
        buffer.clear();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
