package io.barograph.engine.model.merge;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.model.merge.MergeConflict.Kind;
import io.barograph.engine.model.merge.Resolution.Take;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.Workbook;
import io.barograph.engine.workbook.WorkbookEditor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Merges a workbook that both sides have, sheet by sheet. */
final class WorkbookMerge {

    /** A sheet of both sides. */
    private record Both(Map<Source, Sheet> sheets, SheetMerge.Merged merged) {}

    /** A sheet of one side alone. */
    private record Single(Source side, String name) {}

    private final Map<Source, SideBook> books = new EnumMap<>(Source.class);
    private final Conflicts conflicts;
    private final List<Both> merged = new ArrayList<>();

    /** Sheets that only one side has and that stay. */
    private final List<Single> single = new ArrayList<>();

    private final Map<Source, WorkbookEditor> opened = new EnumMap<>(Source.class);

    /** @param base null when both added the workbook */
    WorkbookMerge(@Nullable SideBook base, SideBook theirs, SideBook mine, Conflicts conflicts) {
        if (base != null) {
            books.put(Source.BASE, base);
        }
        books.put(Source.THEIRS, theirs);
        books.put(Source.MINE, mine);
        this.conflicts = conflicts;
    }

    /** Meets all conflicts now; the bytes can be made when they are settled. */
    Supplier<byte[]> plan() {
        try {
            names().forEach(this::sheet);
        } finally {
            closeAll();
        }
        return this::bytes;
    }

    /** Theirs in their order, then mine. */
    private Iterable<String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.of(Source.THEIRS, Source.MINE)
                .flatMap(source -> book(source).workbook().sheets().stream())
                .forEach(sheet -> names.putIfAbsent(Names.fold(sheet.name()), sheet.name()));
        return names.values();
    }

    private SideBook book(Source source) {
        return Objects.requireNonNull(books.get(source));
    }

    private void sheet(String name) {
        Map<Source, Sheet> sheets = new EnumMap<>(Source.class);
        Map<Source, TableContent> tables = new EnumMap<>(Source.class);
        books.forEach((source, book) -> {
            Sheet sheet = book.sheet(name);
            if (sheet != null) {
                sheets.put(source, sheet);
                TableContent table = book.table(sheet);
                if (table != null) {
                    tables.put(source, table);
                }
            }
        });
        if (sheets.containsKey(Source.THEIRS) && sheets.containsKey(Source.MINE)) {
            merged.add(new Both(sheets, new SheetMerge(sheets, tables, this::formula, conflicts).merged()));
        } else {
            Source left = sheets.containsKey(Source.THEIRS) ? Source.THEIRS : Source.MINE;
            if (staysAlone(sheets, left)) {
                single.add(new Single(left, name));
            }
        }
    }

    /** Whether a sheet stays that only one side has: it was added there, or removed by the other side all too soon. */
    private boolean staysAlone(Map<Source, Sheet> sheets, Source left) {
        Sheet sheet = Objects.requireNonNull(sheets.get(left));
        Sheet old = sheets.get(Source.BASE);
        if (old == null) {
            return true;
        }
        if (sameCells(old, sheet)) {
            return false;
        }
        boolean there = left == Source.THEIRS;
        Resolution resolution = conflicts.settle(new MergeConflict(
                sheet.file() + "!" + sheet.name(),
                Kind.SHEET_REMOVED_AND_CHANGED,
                sheet.file(),
                sheet.name(),
                null,
                null,
                null,
                there ? CellAddress.ofSheet(sheet.file(), sheet.name()) : null,
                there ? null : CellAddress.ofSheet(sheet.file(), sheet.name()),
                "there",
                there ? "changed" : null,
                there ? null : "changed",
                (there ? "mine removed the sheet, theirs" : "theirs removed the sheet, mine") + " changed it",
                Kind.SHEET_REMOVED_AND_CHANGED.remedy()));
        return resolution == null || (resolution.take() == Take.THEIRS) == there;
    }

    private static boolean sameCells(Sheet one, Sheet other) {
        return one.rows().keySet().equals(other.rows().keySet())
                && one.rows().entrySet().stream()
                        .allMatch(row -> sameCells(row.getValue(), other.rows().get(row.getKey())));
    }

    private static boolean sameCells(NavigableMap<Integer, Cell> one, @Nullable NavigableMap<Integer, Cell> other) {
        return other != null
                && one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(cell -> Sides.identical(cell.getValue(), other.get(cell.getKey())));
    }

    private @Nullable String formula(Source source, CellAddress cell) {
        return editor(source).formula(String.valueOf(cell.sheet()), cell.row(), cell.column());
    }

    private WorkbookEditor editor(Source source) {
        return opened.computeIfAbsent(
                source, any -> WorkbookEditor.open(book(source).file().bytes()));
    }

    private byte[] bytes() {
        Source side = side();
        try {
            WorkbookEditor target = editor(side);
            WorkbookEditor source = editor(side.other());
            merged.forEach(both -> new SheetWriting(both.merged(), both.sheets(), side, target, source).write());
            single.stream()
                    .filter(sheet -> sheet.side() != side)
                    .forEach(sheet -> target.addSheet(source, sheet.name()));
            Workbook own = book(side).workbook();
            for (Sheet sheet : own.sheets()) {
                if (book(side.other()).sheet(sheet.name()) == null
                        && !single.contains(new Single(side, sheet.name()))) {
                    target.removeSheet(sheet.name());
                }
            }
            target.compute();
            return target.bytes();
        } finally {
            closeAll();
        }
    }

    private void closeAll() {
        try {
            for (WorkbookEditor editor : opened.values()) {
                editor.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            opened.clear();
        }
    }

    /** Whose workbook is written into: the one that differs more in its sheets and columns, for these are hardest to carry over. */
    private Source side() {
        return differences(Source.MINE) > differences(Source.THEIRS) ? Source.MINE : Source.THEIRS;
    }

    private long differences(Source side) {
        long sheets = single.stream().filter(sheet -> sheet.side() == side).count();
        long columns = merged.stream()
                .flatMap(both -> both.merged().columns().stream())
                .filter(column -> column.in(side) != column.in(Source.BASE) || moved(column, side))
                .count();
        return sheets + columns;
    }

    private static boolean moved(Column column, Source side) {
        return column.in(side) && column.position(side) != column.position(Source.BASE);
    }
}
