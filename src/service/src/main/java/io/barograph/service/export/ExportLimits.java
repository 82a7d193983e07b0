package io.barograph.service.export;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param exports how many are sent at the same time */
@ConfigurationProperties("barograph.export")
record ExportLimits(@DefaultValue("2") int exports) {}
