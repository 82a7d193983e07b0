package io.barograph.cli;

import io.barograph.engine.text.Names;

/** Bands that are named after a colour are shown in it. */
final class BandColour {

    private BandColour() {}

    static String paint(String band, String shown, boolean colours) {
        String code = !colours
                ? ""
                : switch (Names.fold(band)) {
                    case "green" -> "\u001B[32m";
                    case "yellow", "amber" -> "\u001B[33m";
                    case "red" -> "\u001B[31m";
                    default -> "";
                };
        return code.isEmpty() ? shown : code + shown + "\u001B[0m";
    }
}
