package io.barograph.service.decisions;

class H2UnstorableTextTest extends UnstorableTextContract {}
