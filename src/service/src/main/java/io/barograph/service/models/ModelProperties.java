package io.barograph.service.models;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which model decides.
 *
 * @param directory folder of its workbooks
 * @param home project to take its data contract and rule files from, when the folder lies outside of one
 * @param version what decisions call it
 */
@ConfigurationProperties("barograph.model")
record ModelProperties(Path directory, Path home, String version) {}
