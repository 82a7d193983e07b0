package io.barograph.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.testkit.accounts.SeededAccounts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What a decision costs, counted rather than timed: rows that were tested and bytes that were allocated, with a margin. */
@NullMarked
class CostOfADecisionTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root", "."));
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Rows tested and bytes allocated for one account. */
    private record Cost(double tests, double firings, long bytes) {}

    private static SessionDecider decider(ModelFiles files) {
        Compilation compilation = ModelCompiler.compile(files, "1");
        assertThat(compilation).isInstanceOf(Compilation.Accepted.class);
        return (SessionDecider) ((Compilation.Accepted) compilation).decider();
    }

    /** The second pass counts: sessions are open and lists have grown by then. */
    private static Cost cost(SessionDecider decider, List<Inquiry> inquiries, int batch) {
        Cost cost = new Cost(0, 0, 0);
        for (int pass = 0; pass < 2; pass++) {
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            List<AccountCase> accounts = new ArrayList<>();
            for (int from = 0; from < inquiries.size(); from += batch) {
                accounts.addAll(decider.cases(inquiries.subList(from, Math.min(from + batch, inquiries.size()))));
            }
            long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
            double tests = accounts.stream()
                    .mapToInt(account -> account.log().tests())
                    .average()
                    .orElse(0);
            double firings = accounts.stream()
                    .mapToInt(account -> account.log().size())
                    .average()
                    .orElse(0);
            cost = new Cost(tests, firings, bytes / inquiries.size());
        }
        return cost;
    }

    @Test
    void testsFewRowsOfTheShippedModelBesidesThoseThatFire() throws IOException {
        ModelFiles files = ModelFolder.read(ROOT.resolve("decision-tables/customer-health"), ROOT);
        try (SessionDecider decider = decider(files)) {
            Map<String, List<Inquiry>> bySegment = new TreeMap<>();
            for (AccountSnapshot snapshot : SeededAccounts.of(1, 400, AS_OF)) {
                Inquiry inquiry = new Inquiry(snapshot, PriorState.NONE);
                String segment = decider.cases(List.of(inquiry)).get(0).segment;
                bySegment
                        .computeIfAbsent(String.valueOf(segment), any -> new ArrayList<>())
                        .add(inquiry);
            }
            assertThat(bySegment.keySet()).containsExactly("enterprise", "marketplace", "mid-market", "smb");
            bySegment.forEach((segment, inquiries) -> {
                Cost batched = cost(decider, inquiries, 128);
                Cost single = cost(decider, inquiries, 1);

                assertThat(batched.tests())
                        .as(segment)
                        .isEqualTo(single.tests())
                        .isLessThan(3 * batched.firings());
                assertThat(batched.bytes()).as(segment).isLessThan(140_000);
                assertThat(single.bytes()).as(segment).isLessThan(150_000);
            });
        }
    }

    @Test
    void tenTimesTheRowsAreHardlyMoreToTest() {
        List<Inquiry> inquiries = GrowingModel.accounts(100, 0);
        Cost few;
        Cost many;
        try (SessionDecider decider = decider(GrowingModel.files(10, 20))) {
            few = cost(decider, inquiries, 50);
        }
        try (SessionDecider decider = decider(GrowingModel.files(100, 200))) {
            many = cost(decider, inquiries, 50);
        }

        assertThat(many.firings()).isEqualTo(few.firings());
        assertThat(many.tests()).isLessThanOrEqualTo(1.1 * few.tests());
        assertThat(many.bytes()).isLessThan(few.bytes() * 11 / 10);
    }

    @Test
    void tenTimesTheHistoryIsReadButTestsNothingMore() {
        try (SessionDecider decider = decider(GrowingModel.files(10, 20))) {
            Cost brief = cost(decider, GrowingModel.accounts(100, 5), 50);
            Cost extended = cost(decider, GrowingModel.accounts(100, 50), 50);

            assertThat(extended.tests()).isCloseTo(brief.tests(), org.assertj.core.data.Percentage.withPercentage(5));
            long entries = 45 * 10;
            assertThat((extended.bytes() - brief.bytes()) / entries).isLessThan(100);
        }
    }
}
