package io.barograph.service;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;

/** Starts the service. */
public final class BarographService {

    private BarographService() {}

    /**
     * Serves until the process is asked to stop.
     *
     * @return 0 after an orderly stop; 1 when it could not start, having said why on standard error
     */
    public static int run(ServeOptions options) {
        CountDownLatch closed = new CountDownLatch(1);
        try {
            ConfigurableApplicationContext context = start(options);
            context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
            closed.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (RuntimeException failure) {
            System.err.println("barograph: the service cannot start\n\n" + StartFailure.describe(failure));
            return 1;
        }
    }

    static ConfigurableApplicationContext start(ServeOptions options) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("serve options", properties(options))));
        if (options.demo()) {
            application.setAdditionalProfiles("demo");
        }
        return application.run();
    }

    private static Map<String, Object> properties(ServeOptions options) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("barograph.home", absolute(options.home()));
        if (options.port() != null) {
            properties.put("server.port", options.port());
        }
        if (options.model() != null) {
            properties.put("barograph.model.directory", absolute(options.model()));
        }
        if (options.data() != null) {
            properties.put("barograph.data", absolute(options.data()));
            properties.put("barograph.demo.store", "file:" + absolute(options.data()) + "/demo");
            properties.put("barograph.demo.keys", absolute(options.data()) + "/keys");
        }
        return properties;
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
