package io.barograph.service.models;

/** Another model decides from now on. */
record ModelSwapped(Generation generation) {}
