package io.barograph.benchmarks.files;

import io.barograph.benchmarks.engine.ShippedModel;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** As many accounts as asked for, each one of the shipped samples with its numbers moved a little; equal arguments give equal files. */
final class SampleRows {

    private static final long SEED = 20_260_301;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** Most that a number moves, as a share of itself. */
    private static final double MOVE = 0.05;

    private SampleRows() {}

    static void write(Path csv, int accounts) throws IOException {
        List<String> samples = Files.readAllLines(ShippedModel.root().resolve("samples/customer-health/accounts.csv"));
        Random random = new Random(SEED);
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write(samples.get(0));
            out.write('\n');
            for (int i = 0; i < accounts; i++) {
                String[] cells =
                        samples.get(1 + random.nextInt(samples.size() - 1)).split(",", -1);
                cells[0] = "account-" + i;
                for (int cell = 2; cell < cells.length; cell++) {
                    cells[cell] = moved(cells[cell], random);
                }
                out.write(String.join(",", cells));
                out.write('\n');
            }
        }
    }

    private static String moved(String cell, Random random) {
        if (random.nextBoolean() || !NUMBER.matcher(cell).matches()) {
            return cell;
        }
        BigDecimal number = new BigDecimal(cell);
        BigDecimal factor = BigDecimal.valueOf(1 + MOVE * (2 * random.nextDouble() - 1));
        return number.multiply(factor)
                .setScale(number.scale(), RoundingMode.HALF_UP)
                .toPlainString();
    }
}
