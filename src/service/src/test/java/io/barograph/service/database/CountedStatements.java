package io.barograph.service.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that counts what it is told: statements that were sent, rows that were written, and commits. */
public final class CountedStatements extends DelegatingDataSource {

    /** Under which commits are counted. */
    public static final String COMMIT = "commit";

    private final Map<String, AtomicInteger> sent = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicInteger> rows = new ConcurrentSkipListMap<>();

    public CountedStatements(DataSource database) {
        super(database);
    }

    public void reset() {
        sent.clear();
        rows.clear();
    }

    /** How often each statement was sent, by its first words; rows of one batch are sent together. */
    public Map<String, Integer> sent() {
        return numbers(sent);
    }

    /** How many rows were handed to each statement that writes. */
    public Map<String, Integer> rows() {
        return numbers(rows);
    }

    private static Map<String, Integer> numbers(Map<String, AtomicInteger> counts) {
        Map<String, Integer> numbers = new TreeMap<>();
        counts.forEach((name, count) -> numbers.put(name, count.get()));
        return numbers;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                CountedStatements.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    Object result = invoked(() -> method.invoke(real, arguments));
                    if (method.getName().equals(COMMIT)) {
                        count(sent, COMMIT);
                    }
                    return result instanceof PreparedStatement statement
                            ? counted(statement, words((String) arguments[0]))
                            : result;
                });
    }

    private PreparedStatement counted(PreparedStatement real, String words) {
        return (PreparedStatement) Proxy.newProxyInstance(
                CountedStatements.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    String name = method.getName();
                    if (name.startsWith("execute")) {
                        count(sent, words);
                    }
                    boolean writes = !words.startsWith("select");
                    if (writes && (name.equals("addBatch") || name.equals("executeUpdate"))) {
                        count(rows, words);
                    }
                    return invoked(() -> method.invoke(real, arguments));
                });
    }

    private static void count(Map<String, AtomicInteger> counts, String name) {
        counts.computeIfAbsent(name, first -> new AtomicInteger()).incrementAndGet();
    }

    /** {@code insert into decision}, {@code select … from account}. */
    private static String words(String sql) {
        String[] words = sql.strip().split("[\\s(]+", -1);
        if (words[0].equals("select")) {
            for (int i = 1; i + 1 < words.length; i++) {
                if (words[i].equals("from")) {
                    return "select from " + words[i + 1];
                }
            }
        }
        return words[0].equals("update") ? "update " + words[1] : words[0] + " " + words[1] + " " + words[2];
    }

    private interface Call {
        Object run() throws ReflectiveOperationException;
    }

    private static Object invoked(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
