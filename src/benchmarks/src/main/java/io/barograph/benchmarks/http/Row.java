package io.barograph.benchmarks.http;

import io.barograph.benchmarks.http.Load.Measured;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** A line of a table: what was measured, and what processor time the service and its database took for it. */
record Row(Measured measured, Duration service, Duration database) {

    static Row of(ServiceProcess process, Supplier<Measured> load) {
        Duration service = process.processorTime();
        Duration database = process.databaseTime();
        Measured measured = load.get();
        return new Row(
                measured,
                process.processorTime().minus(service),
                process.databaseTime().minus(database));
    }

    Row plus(Row other) {
        return new Row(measured.plus(other.measured()), service.plus(other.service()), database.plus(other.database()));
    }

    void print(String store, String what, int connections) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %.0f | %.2f | %.2f | %.2f | %.0f | %.0f | %d |%n",
                store,
                what,
                connections,
                measured.rate(),
                measured.at(50),
                measured.at(99),
                measured.at(99.9),
                micros(service),
                micros(database),
                measured.failed());
    }

    private double micros(Duration time) {
        return time.toNanos() / 1e3 / Math.max(1, measured.requests());
    }
}
