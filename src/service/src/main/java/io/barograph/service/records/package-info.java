/** Finds records of the log: by account, rule, cell, model, caller, band and time, however long the log is. */
@NullMarked
package io.barograph.service.records;

import org.jspecify.annotations.NullMarked;
