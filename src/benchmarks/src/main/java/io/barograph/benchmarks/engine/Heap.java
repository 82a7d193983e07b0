package io.barograph.benchmarks.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/** What is in use once all garbage is gone. */
final class Heap {

    private Heap() {}

    /** Bytes of the heap. */
    static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    /** Bytes of classes. */
    static long metaspace() {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getName().equals("Metaspace")) {
                return pool.getUsage().getUsed();
            }
        }
        throw new IllegalStateException("this Java has no pool `Metaspace`");
    }

    static int classes() {
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }
}
