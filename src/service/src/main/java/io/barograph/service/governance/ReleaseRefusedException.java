package io.barograph.service.governance;

import java.util.List;

/** A manifest among the releases of the model cannot be trusted. */
final class ReleaseRefusedException extends RuntimeException {

    /** @param findings what is wrong and what to do, each with its file */
    ReleaseRefusedException(String model, List<String> findings) {
        super("the releases of model `" + model + "` cannot be trusted:\n  " + String.join("\n  ", findings));
    }
}
