package io.barograph.service;

import java.nio.file.Path;

/** The service in a process of its own, so that a test can kill it. */
final class ServiceProcess {

    private ServiceProcess() {}

    public static void main(String[] homeAndData) {
        System.exit(BarographService.run(
                new ServeOptions(Path.of(homeAndData[0]), 0, false, null, Path.of(homeAndData[1]))));
    }
}
