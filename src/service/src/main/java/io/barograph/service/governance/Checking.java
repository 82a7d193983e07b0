package io.barograph.service.governance;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Reads, checks and compiles other people's workbooks, few at a time and none for long, so that deciding does not suffer from
 * whatever is uploaded.
 */
@Component
class Checking implements DisposableBean {

    private final ThreadPoolExecutor workers;
    private final UploadProperties properties;

    Checking(UploadProperties properties) {
        this.properties = properties;
        this.workers = new ThreadPoolExecutor(
                properties.workers(),
                properties.workers(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(properties.waiting()),
                task -> {
                    Thread thread = new Thread(task, "check");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * @return what came of it
     * @throws Problem when it takes too long, or too many wait already
     */
    <T> T run(Callable<T> work) {
        Future<T> future;
        try {
            future = workers.submit(work);
        } catch (RejectedExecutionException full) {
            throw new Problem(
                            ProblemType.TOO_MANY_REQUESTS,
                            properties.waiting() + " models wait for being checked already; send this one again later",
                            full)
                    .retryAfter(10);
        }
        try {
            return future.get(properties.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            future.cancel(true);
            throw new Problem(
                    ProblemType.DRAFT_REFUSED,
                    "the model was not checked within " + properties.patience().toSeconds()
                            + " seconds, so it is refused; make its workbooks smaller",
                    slow);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Problem(ProblemType.STORE_UNAVAILABLE, "the service is stopping", stop);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a model could not be checked", failed);
        }
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
