package io.barograph.service;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Opens the file of an embedded H2 once in recovery mode, when the process before was killed. Otherwise H2 takes the newest
 * state it reaches from the head of the file, which need not be the newest one it wrote: version 2.5.252 lost the last commits
 * before a kill about once in thirty, though they were in the file. In recovery mode it looks through the whole file.
 */
@Component
public final class UncleanStore implements BeanPostProcessor {

    private static final String FILE = "jdbc:h2:file:";
    private static final int HEAD = 4096;

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && pool.getJdbcUrl() != null
                && pool.getJdbcUrl().startsWith(FILE)) {
            String path = pool.getJdbcUrl().substring(FILE.length()).split(";", 2)[0];
            mend(Path.of(path + ".mv.db"));
        }
        return bean;
    }

    /**
     * Leaves alone what was closed in order, and what another process has open.
     *
     * @param file of the database, ending in {@code .mv.db}
     */
    public static void mend(Path file) {
        try {
            if (!Files.isRegularFile(file) || closedInOrder(file)) {
                return;
            }
            new MVStore.Builder()
                    .fileName(file.toString())
                    .recoveryMode()
                    .open()
                    .close();
        } catch (MVStoreException toldWhenItIsOpened) {
            return;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean closedInOrder(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).contains(",clean:1,");
        }
    }
}
