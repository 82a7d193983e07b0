package io.barograph.service.auditlog;

/** The log was found sound, or was made, at the start; from here on it may be added to. */
public record LogOpened(LogIdentity identity) {}
