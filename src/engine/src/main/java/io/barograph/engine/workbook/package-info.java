/** Spreadsheet bytes in, typed cells out; the only package that knows the file format. */
@NullMarked
package io.barograph.engine.workbook;

import org.jspecify.annotations.NullMarked;
