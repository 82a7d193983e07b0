/** The model that decides: loaded at start, told to callers and to operations. */
@NullMarked
package io.barograph.service.models;

import org.jspecify.annotations.NullMarked;
