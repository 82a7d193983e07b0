package io.barograph.testkit.large;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.Parsing;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a row costs from its bytes to a checked model, in bytes allocated and kept rather than in time. */
class CompileGrowthTest {

    private static final int SMALL = 500;
    private static final int LARGE = 5_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** It was 60 kB a row. */
    @Test
    void takesAboutTenTimesAsMuchForTenTimesTheRows() {
        long small = allocated(LargeModel.draw(21, SMALL, 1));
        long large = allocated(LargeModel.draw(21, LARGE, 1));

        assertThat(large).as("%d rows; %d rows took %d", LARGE, SMALL, small).isLessThan(12 * small);
        assertThat(large / LARGE).as("bytes a row").isLessThan(25_000);
    }

    @Test
    void keepsFewBytesARow() throws InterruptedException {
        ModelFiles files = LargeModel.draw(22, 2_000, 1);
        keep(files);
        int models = 5;
        long before = used();
        List<Model> kept = new ArrayList<>();
        for (int i = 0; i < models; i++) {
            kept.add(keep(files));
        }
        long after = used();

        assertThat(kept).hasSize(models);
        assertThat((after - before) / models / 2_000).as("bytes a row").isLessThan(2_500);
    }

    private long allocated(ModelFiles files) {
        keep(files);
        long before = allocatedByAll();
        keep(files);
        return allocatedByAll() - before;
    }

    /** Several threads read a model. None of them ends so soon that its bytes would be forgotten. */
    private long allocatedByAll() {
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    private static Model keep(ModelFiles files) {
        return ((Parsing.Accepted) ModelParser.parse(files)).model();
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(20);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
