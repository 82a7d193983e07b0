package io.barograph.engine.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.barograph.engine.issue.IssueCode;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A file that somebody might send to do harm.
 *
 * @param name what is done, as a file name
 * @param code how it is refused
 * @param found words that the refusal must hold
 * @param content its bytes, made when asked for
 */
record HostileWorkbook(String name, IssueCode code, String found, Supplier<byte[]> content) {

    static Stream<HostileWorkbook> all() {
        return Stream.of(HostileArchives.all(), HostilePackages.all(), HostileMarkup.all(), HostileSheets.all())
                .flatMap(cases -> cases);
    }

    static HostileWorkbook unreadable(String name, String found, Supplier<byte[]> content) {
        return new HostileWorkbook(name, IssueCode.UNREADABLE_FILE, found, content);
    }

    static HostileWorkbook tooLarge(String name, String found, Supplier<byte[]> content) {
        return new HostileWorkbook(name, IssueCode.LIMIT_EXCEEDED, found, content);
    }

    static HostileWorkbook forbidden(String name, String found, Supplier<byte[]> content) {
        return new HostileWorkbook(name, IssueCode.REFUSED_CONTENT, found, content);
    }

    static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
