package io.barograph.service.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database behind a line that breaks right after a commit was sent: it is kept, and nobody is told. */
public final class LostAnswers extends DelegatingDataSource {

    private final AtomicInteger lost = new AtomicInteger();

    public LostAnswers(DataSource database) {
        super(database);
    }

    /** Of so many commits from now on the answer is lost. */
    public void lose(int commits) {
        lost.set(commits);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                LostAnswers.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(real, arguments);
                        if (method.getName().equals("commit") && lost.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                            throw new SQLException("the line broke", "08006");
                        }
                        return result;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
