package io.barograph.cli;

import io.barograph.engine.text.Dates;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a date as everywhere else in Barograph. */
final class DateOption implements ITypeConverter<LocalDate> {

    @Override
    public LocalDate convert(String text) {
        return Dates.parse(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is no date; " + Dates.REMEDY));
    }
}
