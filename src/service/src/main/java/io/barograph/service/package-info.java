/** The door over HTTP: starts the service; the packages below are its features. */
@NullMarked
package io.barograph.service;

import org.jspecify.annotations.NullMarked;
