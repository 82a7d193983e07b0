package io.barograph.benchmarks.http;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;

/**
 * The service as it is, in a process of its own, with endpoints beside it that only a benchmark has. Settings come as system
 * properties.
 */
final class BenchmarkService {

    private BenchmarkService() {}

    public static void main(String[] arguments) throws ClassNotFoundException {
        SpringApplication application = new SpringApplication(
                Class.forName("io.barograph.service.Application"),
                BenchmarkDoor.class,
                ConstantEndpoint.class,
                OneRow.class,
                SwapEndpoint.class,
                EngineEndpoint.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(Map.of("server.port", "0", "barograph.access.rate", "1000000"));
        application.run(arguments);
    }
}
